//! Rocket.Chat

use unplug_client::rocketchat::{
    self, Client, IntegrationsRemoveError, IntegrationsRemoveRequest, Server,
    types::{
        self, IntegrationsRemoveBodyIncoming, IntegrationsRemoveBodyOutgoingById,
        IntegrationsRemoveBodyOutgoingByUrl,
    },
};

use super::{VendorError, client, failed, removed};
use crate::UsageError;
use crate::cli::{Common, Family, Rocketchat};
use crate::credentials::Credentials;
use crate::outcome::{Kind, Outcome};

const API: &str = "rocketchat";

/// Removes by id, or by target URL.
pub(crate) async fn remove(
    which: &Rocketchat,
    common: &Common,
    credentials: &Credentials,
) -> anyhow::Result<Outcome> {
    let (request, integration) = request(which)?;
    let credentials = rocketchat::Credentials {
        auth_token: credentials.get("ROCKETCHAT_AUTH_TOKEN")?.into(),
        user_id: credentials.get("ROCKETCHAT_USER_ID")?.into(),
    };
    let server = Server::Custom(which.server.clone());
    let client: Client = client(server, "ROCKETCHAT_URL", credentials, common)?;
    Ok(match client.integrations_remove(&request).await {
        Ok(reply) => {
            let types::Integration { id, name, .. } = &reply.body.integration;
            let message = format!("removed {name:?} ({id}) and its history");
            removed(API, &integration, &reply, &message)
        }
        Err(error) => failed(API, &integration, &error, vendor_error),
    })
}

fn request(which: &Rocketchat) -> anyhow::Result<(IntegrationsRemoveRequest, String)> {
    let (body, integration) = match (which.family, &which.integration_id, &which.target_url) {
        (Family::Incoming, Some(id), _) => {
            let r#type = "webhook-incoming".to_owned();
            (IntegrationsRemoveBodyIncoming { r#type, integration_id: id.clone() }.into(), id)
        }
        (Family::Outgoing, Some(id), _) => {
            let r#type = "webhook-outgoing".to_owned();
            (IntegrationsRemoveBodyOutgoingById { r#type, integration_id: id.clone() }.into(), id)
        }
        (Family::Outgoing, None, Some(url)) => {
            let r#type = "webhook-outgoing".to_owned();
            (IntegrationsRemoveBodyOutgoingByUrl { r#type, target_url: url.clone() }.into(), url)
        }
        _ => {
            let message = "only an outgoing integration can be named by --target-url; give its id instead";
            return Err(UsageError(message.to_owned()).into());
        }
    };
    Ok((IntegrationsRemoveRequest { body }, integration.clone()))
}

fn vendor_error(error: &IntegrationsRemoveError) -> VendorError {
    match error {
        IntegrationsRemoveError::BadRequest(answer) => {
            let code = answer.body.error_type.clone();
            // Both are 400 on the wire, and both are about what the caller may do.
            let kind = match code.as_deref() {
                Some("not_authorized" | "error-invalid-integration") => Some(Kind::Forbidden),
                _ => None,
            };
            VendorError { code, message: answer.body.error.clone(), kind }
        }
        IntegrationsRemoveError::Unauthorized(answer) => {
            // From server 9.0.0 on there is `error` alone, before that both.
            let text = answer.message.clone().or_else(|| answer.error.clone());
            VendorError::of(None, text.unwrap_or_else(|| "the credentials are not accepted".to_owned()))
        }
        IntegrationsRemoveError::Forbidden(answer) => {
            VendorError::of(answer.error_type.clone(), answer.error.clone())
        }
        IntegrationsRemoveError::TooManyRequests(answer) => {
            VendorError::of(answer.body.error_type.clone(), answer.body.error.clone())
        }
    }
}
