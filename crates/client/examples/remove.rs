//! Removes an integration at Kombo: `KOMBO_API_KEY=… cargo run --example remove -- INTEGRATION_ID`.

use std::process::ExitCode;
use std::time::Duration;

use unplug_client::{Error, Removal, RemovalResult, Retry, kombo};

#[tokio::main(flavor = "current_thread")]
async fn main() -> ExitCode {
    let (Some(id), Ok(key)) = (std::env::args().nth(1), std::env::var("KOMBO_API_KEY")) else {
        eprintln!("usage: KOMBO_API_KEY=… remove INTEGRATION_ID [BASE_URL]");
        return ExitCode::from(2);
    };
    let server = std::env::args().nth(2).map_or(kombo::Server::Eu, kombo::Server::Custom);
    match remove(server, key, id).await {
        Ok(outcome) => {
            println!("{outcome}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("{error}");
            ExitCode::FAILURE
        }
    }
}

async fn remove(
    server: kombo::Server,
    key: String,
    integration_id: String,
) -> Result<&'static str, Box<dyn std::error::Error>> {
    let client = kombo::Client::builder()
        .server(server)
        .credentials(kombo::Credentials { api_key: key.into() })
        .timeout(Duration::from_secs(10))
        .retry(Retry::new(3))
        .build()?;
    let request = kombo::DeleteIntegrationRequest { integration_id, body: None };
    let result = client.delete_integration(&request).await;
    if let Err(Error::Declared(declared)) = &result {
        // Typed by status: Kombo declares one envelope for every status.
        let kombo::DeleteIntegrationError::Default(answer) = &declared.error;
        eprintln!("Kombo says: {}", answer.body.error.message);
    }
    Ok(match result.or_already_gone()? {
        Removal::Removed(_) => "removed",
        Removal::Accepted(_) => "accepted, and perhaps settled later",
        Removal::AlreadyGone => "it was gone already",
    })
}
