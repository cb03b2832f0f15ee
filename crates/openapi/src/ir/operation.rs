//! Reading operations.

use super::{
    Api, Header, MediaType, Operation, Parameter, ParameterIn, ParameterShape, SchemaId, SecuritySchemeKind,
};

impl Parameter {
    /// The schema of the value, whether it is described by `schema` or by `content`.
    #[must_use]
    pub fn schema(&self) -> Option<SchemaId> {
        match &self.shape {
            ParameterShape::Schema { schema, .. } => Some(*schema),
            ParameterShape::Content(media_type) => media_type.schema,
        }
    }

    fn media_type(&self) -> Option<&MediaType> {
        match &self.shape {
            ParameterShape::Schema { .. } => None,
            ParameterShape::Content(media_type) => Some(media_type),
        }
    }
}

impl Operation {
    /// Every schema that the operation mentions itself. What those lead to is found with
    /// [`super::Schemas::reachable`].
    pub fn schemas(&self) -> impl Iterator<Item = SchemaId> + '_ {
        let parameters = self.parameters.iter().filter_map(Parameter::schema);
        let headers = self.responses.iter().flat_map(|response| &response.headers);
        let bodies = self.body.iter().flat_map(|body| &body.contents);
        let contents = self.responses.iter().flat_map(|response| &response.contents);
        let media_types =
            bodies.chain(contents).chain(self.parameters.iter().filter_map(Parameter::media_type));
        parameters
            .chain(headers.filter_map(|header: &Header| header.schema))
            .chain(media_types.flat_map(media_type_schemas))
    }
}

impl Api {
    /// Whether a parameter of the operation has the place and the name of a credential that the
    /// operation takes: one value is then both.
    #[must_use]
    pub fn is_credential(&self, operation: &Operation, parameter: &Parameter) -> bool {
        let names = operation.security.iter().flat_map(|alternative| alternative.keys());
        let mut schemes = names.filter_map(|name| self.security_schemes.get(name));
        schemes.any(|scheme| match &scheme.kind {
            SecuritySchemeKind::ApiKey { parameter_in: ParameterIn::Header, name } => {
                parameter.parameter_in == ParameterIn::Header && name.eq_ignore_ascii_case(&parameter.name)
            }
            SecuritySchemeKind::ApiKey { parameter_in, name } => {
                *parameter_in == parameter.parameter_in && *name == parameter.name
            }
            _ => false,
        })
    }
}

fn media_type_schemas(media_type: &MediaType) -> impl Iterator<Item = SchemaId> + '_ {
    let encodings = media_type.encoding.values();
    let headers = encodings.flat_map(|encoding| &encoding.headers);
    [media_type.schema, media_type.item_schema]
        .into_iter()
        .flatten()
        .chain(headers.filter_map(|header| header.schema))
}
