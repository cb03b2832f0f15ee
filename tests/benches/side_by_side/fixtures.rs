//! Values that both sides use, and the requests that are sent.

pub(crate) const TOKEN: &str = "9HqLlyZOugoStsXCUfD_0YdwnNnunAJF8V47U3QHXSq";
pub(crate) const USER: &str = "aobEdbYhXfu5hkeqG";
pub(crate) const ID: &str = "oNLthAt9RwMw39N2B";
pub(crate) const TEAM: &str = "team_1a2b3c4d5e6f7g8h9i0j1k2l";
pub(crate) const NAME: &str = "Testing via REST API";
pub(crate) const USERNAME: &str = "rocket.cat";
pub(crate) const CHANNEL: &str = "#general";
pub(crate) const CREATED_AT: &str = "2017-01-06T13:42:14.143Z";

/// One of the three operations, as a request and the status that answers it.
pub(crate) struct Operation {
    pub(crate) name: &'static str,
    pub(crate) method: &'static str,
    pub(crate) target: String,
    pub(crate) headers: Vec<(&'static str, String)>,
    pub(crate) body: &'static str,
    pub(crate) status: u16,
}

pub(crate) fn operations() -> Vec<Operation> {
    let bearer = || ("authorization", format!("Bearer {TOKEN}"));
    let json = || ("content-type", "application/json".to_owned());
    vec![
        Operation {
            name: "rocketchat",
            method: "POST",
            target: "/api/v1/integrations.remove".to_owned(),
            headers: vec![("x-auth-token", TOKEN.to_owned()), ("x-user-id", USER.to_owned()), json()],
            body: r#"{"type":"webhook-outgoing","integrationId":"oNLthAt9RwMw39N2B"}"#,
            status: 200,
        },
        Operation {
            name: "kombo",
            method: "DELETE",
            target: format!("/v1/integrations/{ID}"),
            headers: vec![bearer(), json()],
            body: "{}",
            status: 200,
        },
        Operation {
            name: "vercel",
            method: "DELETE",
            target: format!("/v1/integrations/configuration/{ID}?teamId={TEAM}"),
            headers: vec![bearer()],
            body: "",
            status: 204,
        },
    ]
}

impl Operation {
    /// The request as it goes over the wire.
    pub(crate) fn raw(&self) -> Vec<u8> {
        let mut text = format!("{} {} HTTP/1.1\r\nhost: 127.0.0.1\r\n", self.method, self.target);
        for (name, value) in &self.headers {
            text.extend([*name, ": ", value, "\r\n"]);
        }
        if !self.body.is_empty() {
            text.extend(["content-length: ", &self.body.len().to_string(), "\r\n"]);
        }
        text.push_str("\r\n");
        text.push_str(self.body);
        text.into_bytes()
    }

    /// The request as a value.
    pub(crate) fn request(&self) -> axum::http::Request<axum::body::Body> {
        let mut request = axum::http::Request::builder().method(self.method).uri(&self.target);
        for (name, value) in &self.headers {
            request = request.header(*name, value);
        }
        request.body(axum::body::Body::from(self.body)).expect("a request")
    }
}
