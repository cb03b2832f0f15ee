// Generated from specs/rocketchat.json and specs/rocketchat.overlay.yaml by `cargo xtask codegen`. Do not edit.

use super::types;
use crate::runtime::parameter::encode_path;
#[allow(unused_imports)]
pub use progenitor_client::{ByteStream, ClientInfo, Error, ResponseValue};
#[allow(unused_imports)]
use progenitor_client::{ClientHooks, OperationInfo, RequestBuilderExt};
#[derive(Clone, Debug)]
/**Client for Integrations

Version: 1.0.0*/
pub struct Client {
    pub(crate) baseurl: String,
    pub(crate) client: reqwest::Client,
    pub(crate) inner: crate::runtime::Keyring,
}

impl ClientInfo<crate::runtime::Keyring> for Client {
    fn api_version() -> &'static str {
        "1.0.0"
    }
    fn baseurl(&self) -> &str {
        self.baseurl.as_str()
    }
    fn client(&self) -> &reqwest::Client {
        &self.client
    }
    fn inner(&self) -> &crate::runtime::Keyring {
        &self.inner
    }
}

const _: () = {
    #[allow(dead_code)]
    fn assert_client_hooks()
    where
        Client: ClientHooks<crate::runtime::Keyring>,
    {}
};
impl Client {
    /**Sends a `POST` request to `/api/v1/integrations.remove`

*/
    pub async fn integrations_remove<'a>(
        &'a self,
        body: &'a types::IntegrationsRemoveBody,
    ) -> Result<ResponseValue<ByteStream>, Error<ByteStream>> {
        let url = format!("{}/api/v1/integrations.remove", self.baseurl,);
        #[allow(unused_mut)]
        let mut request = self.client.post(url).json(&body).build()?;
        let info = OperationInfo {
            operation_id: "integrations_remove",
        };
        self.pre(&mut request, &info).await?;
        let result = self.exec(request, &info).await;
        self.post(&result, &info).await?;
        let response = result?;
        match response.status().as_u16() {
            200..=299 => Ok(ResponseValue::stream(response)),
            _ => Err(Error::ErrorResponse(ResponseValue::stream(response))),
        }
    }
}
