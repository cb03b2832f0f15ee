//! Vercel

use unplug_client::vercel::{self, Client, DeleteConfigurationError, DeleteConfigurationRequest, Server};

use super::{VendorError, client, failed, removed};
use crate::cli::{Common, Vercel};
use crate::credentials::Credentials;
use crate::outcome::Outcome;

const API: &str = "vercel";

/// Removes by id, for the caller's own account or for a team.
pub(crate) async fn remove(
    which: &Vercel,
    common: &Common,
    credentials: &Credentials,
) -> anyhow::Result<Outcome> {
    let credentials = vercel::Credentials { bearer_token: credentials.get("VERCEL_TOKEN")?.into() };
    // A variable that is set to nothing is like one that is not set.
    let server = which.server.clone().filter(|url| !url.is_empty());
    let server = server.map_or(Server::Production, Server::Custom);
    let client: Client = client(server, "VERCEL_URL", credentials, common)?;
    let request = DeleteConfigurationRequest {
        id: which.configuration_id.clone(),
        team_id: which.team_id.clone(),
        slug: which.slug.clone(),
    };
    // The same answer comes when the removal has yet to be settled or approved by partners.
    let message = "removed, or to be removed, with its webhooks, log drains and project env variables";
    Ok(match client.delete_configuration(&request).await {
        Ok(reply) => removed(API, &which.configuration_id, &reply, message),
        Err(error) => failed(API, &which.configuration_id, &error, vendor_error),
    })
}

fn vendor_error(error: &DeleteConfigurationError) -> VendorError {
    let detail = match error {
        DeleteConfigurationError::BadRequest(answer)
        | DeleteConfigurationError::Unauthorized(answer)
        | DeleteConfigurationError::Forbidden(answer)
        | DeleteConfigurationError::NotFound(answer)
        | DeleteConfigurationError::Gone(answer) => &answer.error,
        DeleteConfigurationError::TooManyRequests(answer) => {
            let detail = &answer.error;
            return VendorError::of(Some("rate_limited".to_owned()), detail.message.clone());
        }
    };
    VendorError::of(Some(detail.code.as_str().to_owned()), detail.message.clone())
}
