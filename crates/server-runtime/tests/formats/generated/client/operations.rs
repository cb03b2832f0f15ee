// Generated from formats.yaml by the test golden.rs. Do not edit.

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
    /// `POST /notes`
    pub fn echo_note(&self, request: &EchoNoteRequest) -> Call<types::Note, Infallible> {
        self.call_directly(
            operation!("echoNote", "POST", "/notes", & []),
            |builder| {
                let builder = builder
                    .literal("/notes")
                    .parameter(
                        const { &ParameterSpec::query("since") },
                        request.since.as_ref(),
                    )?
                    .parameter(
                        const {
                            &ParameterSpec::query("ids")
                                .style(Style::Form, false)
                                .form(Form {
                                    scalar: Types::NONE,
                                    items: Some(&Form::TEXT),
                                    members: None,
                                })
                        },
                        request.ids.as_ref(),
                    )?;
                let body = &request.body;
                let builder = builder.json("application/json", body)?;
                Ok(builder)
            },
            only_json::<200, _, _>,
        )
    }
}
#[derive(Clone, Debug, PartialEq)]
pub struct EchoNoteRequest {
    pub since: Option<String>,
    pub ids: Option<Vec<String>>,
    pub body: types::Note,
}
