// Generated from composition.yaml by the test golden.rs. Do not edit.

#[allow(unused_imports, reason = "not every document has use for all of them")]
use super::types;
#[allow(unused_imports, reason = "not every document has use for all of them")]
use std::convert::Infallible;
#[allow(unused_imports, reason = "not every document has use for all of them")]
use unplug_client_runtime::codegen::{
    HeaderStyle, JSON, Mismatch, Streams, header, list, only_empty, only_json, operation,
    optional, segment, text,
};
#[allow(unused_imports, reason = "not every document has use for all of them")]
use unplug_client_runtime::{
    self as runtime, Call, GoneField, Operation, RateLimitField, RateLimitRole,
    RateLimitSource,
};
#[allow(unused_imports, reason = "not every document has use for all of them")]
use unplug_wire::json::Types;
#[allow(unused_imports, reason = "not every document has use for all of them")]
use unplug_wire::multipart;
#[allow(unused_imports, reason = "not every document has use for all of them")]
use unplug_wire::parameter::{Form, Members, ParameterSpec, Style};
use super::Client;
impl Client {
    /// `POST /accounts`
    pub fn echo_account(
        &self,
        request: &EchoAccountRequest,
    ) -> Call<types::Account, Infallible> {
        self.call(
            operation!("echoAccount", "POST", "/accounts", & []),
            |client| {
                let body = request.body.clone();
                Ok(async move { client.echo_account(&body).await })
            },
            only_json::<200, _, _>,
        )
    }
    /// `POST /questions`
    pub fn ask(&self, request: &AskRequest) -> Call<types::Answer, Infallible> {
        self.call(
            operation!("ask", "POST", "/questions", & []),
            |client| {
                let body = request.body.clone();
                Ok(async move { client.ask(&body).await })
            },
            only_json::<200, _, _>,
        )
    }
}
#[derive(Clone, Debug, PartialEq)]
pub struct EchoAccountRequest {
    pub body: types::Account,
}
#[derive(Clone, Debug, PartialEq)]
pub struct AskRequest {
    pub body: types::Question,
}
