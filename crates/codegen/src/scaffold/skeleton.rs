//! The files of an API that has no handlers at all, and where they are registered.

use super::insert::{self, ServiceTypes};
use super::{Context, Error, HANDLERS, Scaffold, handler};
use crate::names;
use crate::plan::OperationPlan;

/// Creates the module and its description, and registers both.
pub(super) fn create(context: &Context<'_>, scaffold: &mut Scaffold) -> Result<(), Error> {
    scaffold.handlers = functions(context).into_iter().map(|(_, function)| function).collect();
    scaffold.push(context.module_file(), None, module(context));
    let description_file = context.description_file();
    if context.read(&description_file)?.is_none() {
        scaffold.push(description_file, None, description(context));
    }
    register(context, scaffold)
}

fn module(context: &Context<'_>) -> String {
    let stub = names::ident(&context.module);
    let bindings: Vec<String> = functions(context)
        .iter()
        .map(|(plan, function)| format!("            {},\n", handler::binding(plan, function)))
        .collect();
    let api = &context.document.api;
    let (caller, authenticate, imported) = if context.secured {
        (
            "\n/// Who is calling.\n#[derive(Clone, Debug)]\npub struct Caller;\n",
            "    type Caller = Caller;\n\n    /// Refuses everybody. To be written: who has these credentials?\n    \
             async fn authenticate(&self, _: stub::Credentials, _: &RequestContext) -> Result<Caller, Rejection> {\n        \
             Err(Rejection::Unauthenticated(AuthenticationFailure::Unknown))\n    }\n\n",
            "AuthenticationFailure, Rejection, RequestContext",
        )
    } else {
        ("", "", "Rejection, RequestContext")
    };
    let mut text = format!(
        "//! {}.\n//!\n//! To be written: every operation answers 501{}.\n\n\
         use axum::Router;\nuse axum::http::StatusCode;\nuse axum::response::{{IntoResponse, Response}};\n\
         use unplug_server_stub::{stub} as stub;\nuse unplug_server_stub::{{{imported}}};\n\n\
         use crate::config::AppConfig;\n\npub use description::description;\n\nmod description;\n\n\
         /// What the handlers work with. To be written: for example the store of the configuration.\n\
         #[derive(Clone, Debug)]\npub struct Service;\n{caller}\n\
         /// The API at its base path.\npub(crate) fn router(_: &AppConfig) -> Router {{\n    \
         stub::router(\n        stub::Handlers {{\n{}        }},\n        Security,\n        Service,\n    )\n}}\n\n\
         /// Who may call, and how a refusal looks.\nstruct Security;\n\nimpl stub::Security for Security {{\n\
         {authenticate}    /// To be written: the envelope in which this API refuses.\n    \
         fn reject(&self, rejection: &Rejection, _: &RequestContext) -> Response {{\n        \
         let status = StatusCode::from_u16(rejection.usual_status()).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);\n        \
         let error = status.canonical_reason().unwrap_or_default();\n        \
         (status, axum::Json(serde_json::json!({{ \"error\": error }}))).into_response()\n    }}\n}}\n",
        handler::one_line(&api.title),
        if context.secured { ", and nobody is let in" } else { "" },
        bindings.concat(),
    );
    let types = ServiceTypes {
        service: Some("Service".to_owned()),
        caller: context.secured.then(|| "Caller".to_owned()),
    };
    for (plan, function) in functions(context) {
        text.push_str(&handler::source(&context.module, (plan, function.as_str()), context.document, &types));
    }
    text
}

/// The operations with the names of their functions. Nothing else in the new file has such a name,
/// except its own `router`.
fn functions<'c>(context: &'c Context<'_>) -> Vec<(&'c OperationPlan<'c>, String)> {
    let taken = ["router".to_owned()];
    context.operations.iter().map(|plan| (*plan, handler::function(plan, &taken))).collect()
}

fn description(context: &Context<'_>) -> String {
    let api = &context.document.api;
    let functions = functions(context);
    let paths: Vec<String> = functions
        .iter()
        .map(|(_, function)| {
            format!(
                "        super::{function},
"
            )
        })
        .collect();
    let declared = api.servers.iter().filter(|server| server.location.is_some());
    let servers: Vec<String> = declared.map(|server| format!("(url = {:?})", server.url)).collect();
    let servers =
        if servers.is_empty() { String::new() } else { format!("    servers({}),\n", servers.join(", ")) };
    let schemes: Vec<String> = api
        .security_schemes
        .keys()
        .filter_map(|name| {
            let place = unplug_openapi::syntax::pointer::child("/components/securitySchemes", name);
            let mut scheme = context.document.root.pointer(&place)?.to_json();
            if let serde_json::Value::Object(members) = &mut scheme {
                members.retain(|key, _| !key.starts_with("x-"));
            }
            let json = scheme.to_string();
            Some(format!("        add_security_scheme(description, {name:?}, {json:?});\n"))
        })
        .collect();
    let (modifiers, modify, imported) = if schemes.is_empty() {
        ("", String::new(), "use utoipa::OpenApi;\nuse utoipa::openapi::OpenApi as Description;\n")
    } else {
        (
            "    modifiers(&Credentials),\n",
            format!(
                "\nstruct Credentials;\n\nimpl Modify for Credentials {{\n    \
                 fn modify(&self, description: &mut Description) {{\n{}    }}\n}}\n",
                schemes.concat()
            ),
            "use utoipa::openapi::OpenApi as Description;\nuse utoipa::{Modify, OpenApi};\n\n\
             use crate::described::add_security_scheme;\n",
        )
    };
    format!(
        "//! What the handlers say of themselves.\n\n{imported}\n\
         /// The description of the API, for comparison with its document.\n#[must_use]\n\
         pub fn description() -> Description {{\n    Described::openapi()\n}}\n\n\
         #[derive(OpenApi)]\n#[openapi(\n    info(title = {:?}, version = {:?}),\n{servers}    paths(\n{}    ),\n\
         {modifiers})]\nstruct Described;\n{modify}",
        api.title,
        api.version,
        paths.concat(),
    )
}

/// Changes a text with its syntax at hand; `None` when the place is not found.
type Edit<'e> = Box<dyn Fn(&syn::File, &str) -> Option<String> + 'e>;

/// Makes the module known: in the crate, in the router of all APIs, and to the comparison.
fn register(context: &Context<'_>, scaffold: &mut Scaffold) -> Result<(), Error> {
    let (name, module) = (&context.document.name, names::ident(&context.module));
    let call = format!(".nest_service(\"/{name}\", crate::{module}::router(&config))");
    let entry = format!("\"{name}\": unplug_handlers::{module}::description()");
    let places: [(&str, String, Edit<'_>); 3] = [
        (
            "src/lib.rs",
            format!("pub mod {module};"),
            Box::new(|file, text| insert::with_module(file, text, &context.module)),
        ),
        (
            "src/app.rs",
            call.clone(),
            Box::new(|file, text| insert::behind_call(file, "nest_service", text, &call)),
        ),
        (
            "examples/describe.rs",
            entry.clone(),
            Box::new(|file, text| insert::into_macro(file, "json", text, std::slice::from_ref(&entry))),
        ),
    ];
    for (file, addition, edit) in places {
        let path = format!("{HANDLERS}/{file}");
        let text = context.read(&path)?;
        let after = match &text {
            Some(text) => edit(&context.parse(&path, text)?, text),
            None => None,
        };
        match after {
            Some(after) => scaffold.push(path, text, after),
            None => scaffold.by_hand.push(format!("{path}: add `{addition}` where the other APIs are")),
        }
    }
    Ok(())
}
