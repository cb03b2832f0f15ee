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
use unplug_wire::parameter::{Fields, Form, Members, ParameterSpec, Style};
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
    /// `POST /berths`
    pub fn echo_ship(&self, request: &EchoShipRequest) -> Call<types::Ship, Infallible> {
        self.call(
            operation!("echoShip", "POST", "/berths", & []),
            |client| {
                let body = request.body.clone();
                Ok(async move { client.echo_ship(&body).await })
            },
            only_json::<200, _, _>,
        )
    }
    /// `POST /pets`
    pub fn echo_pets(&self, request: &EchoPetsRequest) -> Call<types::Pets, Infallible> {
        self.call(
            operation!("echoPets", "POST", "/pets", & []),
            |client| {
                let body = request.body.clone();
                Ok(async move { client.echo_pets(&body).await })
            },
            only_json::<200, _, _>,
        )
    }
    /// `POST /chats`
    pub fn echo_message(
        &self,
        request: &EchoMessageRequest,
    ) -> Call<types::Message, Infallible> {
        self.call(
            operation!("echoMessage", "POST", "/chats", & []),
            |client| {
                let body = request.body.clone();
                Ok(async move { client.echo_message(&body).await })
            },
            only_json::<200, _, _>,
        )
    }
    /// `POST /tags`
    pub fn echo_tags(&self, request: &EchoTagsRequest) -> Call<types::Tags, Infallible> {
        self.call(
            operation!("echoTags", "POST", "/tags", & []),
            |client| {
                let body = request.body.clone();
                Ok(async move { client.echo_tags(&body).await })
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
#[derive(Clone, Debug, PartialEq)]
pub struct EchoShipRequest {
    pub body: types::Ship,
}
#[derive(Clone, Debug, PartialEq)]
pub struct EchoPetsRequest {
    pub body: types::Pets,
}
#[derive(Clone, Debug, PartialEq)]
pub struct EchoMessageRequest {
    pub body: types::Message,
}
#[derive(Clone, Debug, PartialEq)]
pub struct EchoTagsRequest {
    pub body: types::Tags,
}
