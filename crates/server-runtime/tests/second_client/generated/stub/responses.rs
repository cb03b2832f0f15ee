// Generated from second_client.yaml by the test golden.rs. Do not edit.

//! How each declared response is written.
#![allow(unused_imports, reason = "not every API has every kind of response")]
use axum::response::Response;
use super::operations::*;
use unplug_server_runtime::respond::{self, Encode, JSON};
use unplug_server_runtime::{Cause, DeclaredStatuses, encode_responses, into_response};
encode_responses!(PathSimpleResponse : NoContent => respond::nothing(204));
encode_responses!(PathSimpleExplodeResponse : NoContent => respond::nothing(204));
encode_responses!(PathLabelResponse : NoContent => respond::nothing(204));
encode_responses!(PathLabelExplodeResponse : NoContent => respond::nothing(204));
encode_responses!(PathMatrixResponse : NoContent => respond::nothing(204));
encode_responses!(PathMatrixExplodeResponse : NoContent => respond::nothing(204));
encode_responses!(QueryFormResponse : NoContent => respond::nothing(204));
encode_responses!(QueryFormExplodeResponse : NoContent => respond::nothing(204));
encode_responses!(QueryDelimitedResponse : NoContent => respond::nothing(204));
encode_responses!(QueryDeepObjectResponse : NoContent => respond::nothing(204));
encode_responses!(WholeQueryResponse : NoContent => respond::nothing(204));
encode_responses!(EncodedQueryResponse : NoContent => respond::nothing(204));
encode_responses!(FilteredResponse : NoContent => respond::nothing(204));
encode_responses!(HeaderSimpleResponse : Ok(response) => respond::encoded(response));
impl Encode for HeaderSimpleOk {
    fn encode(self) -> Result<Response, Cause> {
        let mut response = respond::nothing(200)?;
        if let Some(value) = &self.headers.x_text {
            respond::header(&mut response, "x-text", value)?;
        }
        if let Some(value) = &self.headers.x_list {
            respond::typed_header(&mut response, "x-list", value)?;
        }
        if let Some(value) = &self.headers.x_object {
            respond::typed_header(&mut response, "x-object", value)?;
        }
        if let Some(value) = &self.headers.x_exploded_list {
            respond::exploded_header(&mut response, "x-exploded-list", value)?;
        }
        if let Some(value) = &self.headers.x_exploded_object {
            respond::exploded_header(&mut response, "x-exploded-object", value)?;
        }
        Ok(response)
    }
}
into_response!(HeaderSimpleOk);
encode_responses!(CookieFormResponse : NoContent => respond::nothing(204));
encode_responses!(CookieStyleResponse : NoContent => respond::nothing(204));
encode_responses!(
    OverlappingResponse : NoContent(response) => respond::encoded(response)
);
impl Encode for OverlappingNoContent {
    fn encode(self) -> Result<Response, Cause> {
        let mut response = respond::nothing(204)?;
        if let Some(value) = &self.headers.x_code {
            respond::typed_header(&mut response, "x-code", value)?;
        }
        Ok(response)
    }
}
into_response!(OverlappingNoContent);
encode_responses!(GetDocResponse : NoContent => respond::nothing(204));
encode_responses!(GetFileResponse : NoContent => respond::nothing(204));
encode_responses!(UsualFormResponse : NoContent => respond::nothing(204));
encode_responses!(StyledFormResponse : NoContent => respond::nothing(204));
encode_responses!(NumbersResponse : Ok(response) => respond::encoded(response));
impl Encode for NumbersOk {
    fn encode(self) -> Result<Response, Cause> {
        let mut response = respond::json(200, JSON, &self.body)?;
        if let Some(value) = &self.headers.x_ratio {
            respond::typed_header(&mut response, "x-ratio", value)?;
        }
        Ok(response)
    }
}
into_response!(NumbersOk);
encode_responses!(SendPartsResponse : NoContent => respond::nothing(204));
