// Generated from specs/vercel.yaml and specs/vercel.overlay.yaml by `cargo xtask codegen`. Do not edit.

use super::types;
use crate::runtime::parameter::encode_path;
#[allow(unused_imports)]
pub use progenitor_client::{ByteStream, ClientInfo, Error, ResponseValue};
#[allow(unused_imports)]
use progenitor_client::{ClientHooks, OperationInfo, RequestBuilderExt};
#[derive(Clone, Debug)]
/**Client for Vercel REST API

Version: 1*/
pub struct Client {
    pub(crate) baseurl: String,
    pub(crate) client: reqwest::Client,
    pub(crate) inner: crate::runtime::Keyring,
}

impl ClientInfo<crate::runtime::Keyring> for Client {
    fn api_version() -> &'static str {
        "1"
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
    /**Sends a `DELETE` request to `/v1/integrations/configuration/{id}`

*/
    pub async fn delete_configuration<'a>(
        &'a self,
        id: &'a str,
        slug: Option<&'a str>,
        team_id: Option<&'a str>,
    ) -> Result<ResponseValue<ByteStream>, Error<ByteStream>> {
        let url = format!(
            "{}/v1/integrations/configuration/{}", self.baseurl, encode_path(& id
            .to_string()),
        );
        #[allow(unused_mut)]
        let mut request = self
            .client
            .delete(url)
            .query(&progenitor_client::QueryParam::new("slug", &slug))
            .query(&progenitor_client::QueryParam::new("teamId", &team_id))
            .build()?;
        let info = OperationInfo {
            operation_id: "delete_configuration",
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
