//! Kombo

use serde_json::Map;
use unplug_client::kombo::{
    self, Client, DeleteIntegrationError, DeleteIntegrationRequest, Server,
    types::ErrorResponseGeneralErrorCode as Code,
};

use super::{VendorError, client, failed, removed};
use crate::cli::{Common, Kombo};
use crate::credentials::Credentials;
use crate::outcome::{Kind, Outcome};

const API: &str = "kombo";

/// Removes by id.
pub(crate) async fn remove(
    which: &Kombo,
    common: &Common,
    credentials: &Credentials,
) -> anyhow::Result<Outcome> {
    let credentials = kombo::Credentials { api_key: credentials.get("KOMBO_API_KEY")?.into() };
    let server = match which.server.as_str() {
        // A variable that is set to nothing is like one that is not set.
        "eu" | "" => Server::Eu,
        "us" => Server::Us,
        url => Server::Custom(url.to_owned()),
    };
    let client: Client = client(server, "KOMBO_SERVER", credentials, common)?;
    // The vendor's own SDKs send an empty object; whether it may be left out is not documented.
    let request =
        DeleteIntegrationRequest { integration_id: which.integration_id.clone(), body: Some(Map::new()) };
    Ok(match client.delete_integration(&request).await {
        Ok(reply) => removed(API, &which.integration_id, &reply, "deleted; this cannot be undone"),
        Err(error) => failed(API, &which.integration_id, &error, vendor_error),
    })
}

/// Kombo asks to branch on the code, because the status may change.
fn vendor_error(error: &DeleteIntegrationError) -> VendorError {
    let DeleteIntegrationError::Default(answer) = error;
    let detail = &answer.body.error;
    let kind = detail.code.as_ref().and_then(|code| match code {
        Code::PlatformRateLimitExceeded | Code::PlatformConcurrencyLimitExceeded => Some(Kind::RateLimited),
        Code::PlatformIntegrationNotFound => Some(Kind::Gone),
        Code::PlatformInputInvalid => Some(Kind::Invalid),
        Code::PlatformAuthenticationInvalid => Some(Kind::Unauthenticated),
        Code::PlatformIpNotWhitelisted => Some(Kind::Forbidden),
        Code::PlatformUnknownError | Code::PlatformTaskTimedOut => Some(Kind::Unexpected),
        Code::Other(_) => None,
    });
    let code = detail.code.as_ref().map(|code| code.as_str().to_owned());
    VendorError { code, message: detail.message.clone(), kind }
}
