//! Requests and responses, as a caller and a handler write them.

use crate::messages::{client, server, types};

#[test]
fn a_request_without_required_parts_has_a_default() {
    assert_eq!(client::FindRequest::default().body, None);
    let request = client::GetThingRequest {
        thing_id: "a".to_owned(),
        order: Some(types::GetThingOrder::Up),
        x_trace: None,
        body: Some(1),
    };
    assert_eq!(request.clone(), request);
}

#[test]
fn each_status_has_its_own_type() {
    let failure = || types::Failure { error: types::FailureError { code: "gone".into() } };
    let not_found = client::GetThingError::NotFound(failure());
    let default = client::GetThingDefault { status: 503, body: failure() };
    assert_ne!(client::GetThingError::Default(default), not_found);
    let done = server::ReplaceThingResponse::NoContent;
    assert_eq!(done.clone(), done);
}

#[test]
fn several_media_types_are_an_enum() {
    let body = client::ReplaceThingBody::Text("a".to_owned());
    assert_ne!(body, client::ReplaceThingBody::ApplicationVndThingJson("a".to_owned()));
}
