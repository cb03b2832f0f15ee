//! `router.rs`: `Security`, `Handlers`, the operations' own data, and the way of a request.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};
use unplug_openapi::ir::{Method, Operation};

use super::security::{self, Caller};
use super::tables::Tables;
use super::{base_path, operation};
use crate::names;
use crate::plan::{OperationPlan, Plan};

/// With more operations than this, each runs in a future of its own on the heap: a single one
/// would be as large as the largest and slow to compile.
const FEW_OPERATIONS: usize = 4;

/// The router file.
pub(super) fn emit(plan: &Plan<'_>, served: &[&OperationPlan<'_>], tables: &mut Tables<'_>) -> TokenStream {
    let alternatives = security::alternatives(plan, served);
    let secured = !alternatives.is_empty();
    let credentials = secured.then(|| security::emit(&alternatives));
    let security_trait = security_trait(secured);
    let infos = served.iter().map(|operation| info(operation));
    let handlers = handlers(served, secured);
    let methods = served.iter().map(|served| operation::emit(served, &alternatives, tables));
    let methods: Vec<_> = methods.collect();
    let base_paths = base_path::of_servers(&plan.api.servers);
    let stub = stub(plan, served, secured);
    let routers = routers(secured);
    let names = served.iter().flat_map(|served| {
        let request = served.request_struct();
        let body = served.body.as_ref().and_then(|body| body.enum_name.clone());
        [request, format_ident!("{}Response", served.prefix)].into_iter().chain(body)
    });
    let use_tables = (!tables.is_empty()).then(|| {
        quote!(
            use super::tables;
        )
    });
    quote! {
        //! Credentials, handlers, and the way of a request through each operation.
        #![allow(
            unused_imports,
            clippy::too_many_lines,
            reason = "written from a document: not every operation needs everything"
        )]

        use axum::body::Body;
        use axum::response::Response;

        use super::operations::{#(#names),*};
        #use_tables
        use super::types;
        use crate::runtime::credentials::{self, Found};
        use crate::runtime::dispatch::{self, Limits};
        use crate::runtime::request::{Decoder, SentBody};
        use crate::runtime::respond::Encode as _;
        use crate::runtime::route::Captures;
        use crate::runtime::{Handler, OperationInfo, Rejection, RequestContext};

        /// Paths of the document's servers: every operation is answered under each, unless it
        /// names servers of its own.
        pub const BASE_PATHS: &[&str] = &[#(#base_paths),*];

        #(#infos)*
        #credentials
        #security_trait
        #handlers
        #routers
        #stub

        impl<S, A> Bound<S, A>
        where
            S: Clone + Send + Sync + 'static,
            A: Security,
        {
            #(#methods)*
        }
    }
}

/// The items of the router file that are part of the API's own module.
pub(super) fn exported(plan: &Plan<'_>, served: &[&OperationPlan<'_>]) -> Vec<Ident> {
    let mut items: Vec<Ident> = ["BASE_PATHS", "Handlers", "Security", "router", "router_with"]
        .into_iter()
        .map(|name| format_ident!("{name}"))
        .collect();
    if !security::alternatives(plan, served).is_empty() {
        items.push(format_ident!("Credentials"));
    }
    items.extend(served.iter().map(|operation| info_name(operation)));
    items.sort();
    items
}

/// The name of an operation's `OperationInfo`.
fn info_name(operation: &OperationPlan<'_>) -> Ident {
    format_ident!("{}", names::snake(&operation.rust_name).to_uppercase())
}

fn info(plan: &OperationPlan<'_>) -> TokenStream {
    let Operation { id, path, route, security, method, .. } = plan.operation;
    let route = route.to_string();
    let name = info_name(plan);
    let method = method_name(method);
    let rust_name = &plan.rust_name;
    let security = security.iter().map(|requirement| {
        let schemes = requirement.iter().map(|(scheme, scopes)| quote!((#scheme, &[#(#scopes),*])));
        quote!(&[#(#schemes),*])
    });
    let doc = format!(" `{method} {path}`");
    quote! {
        #[doc = #doc]
        pub static #name: OperationInfo = OperationInfo {
            id: #id,
            rust_name: #rust_name,
            method: #method,
            path: #route,
            security: &[#(#security),*],
        };
    }
}

fn method_name(method: &Method) -> String {
    match method {
        Method::Get => "GET".to_owned(),
        Method::Put => "PUT".to_owned(),
        Method::Post => "POST".to_owned(),
        Method::Delete => "DELETE".to_owned(),
        Method::Options => "OPTIONS".to_owned(),
        Method::Head => "HEAD".to_owned(),
        Method::Patch => "PATCH".to_owned(),
        Method::Trace => "TRACE".to_owned(),
        Method::Query => "QUERY".to_owned(),
        Method::Other(name) => name.clone(),
    }
}

fn security_trait(secured: bool) -> TokenStream {
    let authenticate = secured.then(|| {
        quote! {
            /// Who is calling, as handlers get it.
            type Caller: Send + 'static;

            /// Finds out who is calling, before anything else of the request is looked at.
            ///
            /// # Errors
            /// Why the request goes no further. A vendor that checks permissions before the
            /// request's contents answers [`Rejection::Forbidden`] here.
            fn authenticate(
                &self,
                credentials: Credentials,
                context: &RequestContext,
            ) -> impl Future<Output = Result<Self::Caller, Rejection>> + Send;
        }
    });
    quote! {
        /// Who may call, and how a request is turned away.
        pub trait Security: Send + Sync + 'static {
            #authenticate

            /// Renders a rejection in the vendor's own envelope.
            fn reject(&self, rejection: &Rejection, context: &RequestContext) -> Response;
        }
    }
}

fn handlers(served: &[&OperationPlan<'_>], secured: bool) -> TokenStream {
    let fields = served.iter().map(|served| {
        let name = names::ident(&served.rust_name);
        let request = served.request_struct();
        let response = format_ident!("{}Response", served.prefix);
        let caller = match security::caller(served.operation) {
            Caller::None => quote!(()),
            Caller::Optional => quote!(Option<C>),
            Caller::Required => quote!(C),
        };
        let path = &served.operation.path;
        let doc = match &served.operation.summary {
            Some(summary) => {
                format!(" `{} {path}`: {}", method_name(&served.operation.method), summary.trim())
            }
            None => format!(" `{} {path}`", method_name(&served.operation.method)),
        };
        quote!(#[doc = #doc] pub #name: Handler<S, #caller, #request, #response>)
    });
    let parameters = if secured { quote!(<S, C>) } else { quote!(<S>) };
    // Without operations nothing else would use the parameters.
    let marker = served.is_empty().then(|| {
        quote!(
            /// There are no operations.
            pub none: std::marker::PhantomData<fn(S)>,
        )
    });
    quote! {
        /// The handlers of all operations, for the service `S`. One field each: an operation
        /// cannot be forgotten.
        #[derive(Debug)]
        pub struct Handlers #parameters {
            #(#fields,)*
            #marker
        }
    }
}

fn routers(secured: bool) -> TokenStream {
    let handlers = if secured { quote!(Handlers<S, A::Caller>) } else { quote!(Handlers<S>) };
    quote! {
        /// A router that answers every path: operations with their handlers, everything else with
        /// `security`'s rejection. Request bodies may have up to 1 MiB.
        pub fn router<S, A>(handlers: #handlers, security: A, service: S) -> axum::Router
        where
            S: Clone + Send + Sync + 'static,
            A: Security,
        {
            router_with(handlers, security, service, Limits::default())
        }

        /// [`router`] with limits of its own.
        pub fn router_with<S, A>(
            handlers: #handlers,
            security: A,
            service: S,
            limits: Limits,
        ) -> axum::Router
        where
            S: Clone + Send + Sync + 'static,
            A: Security,
        {
            dispatch::router(Bound { handlers, security, service }, limits)
        }
    }
}

fn stub(plan: &Plan<'_>, served: &[&OperationPlan<'_>], secured: bool) -> TokenStream {
    let handlers = if secured { quote!(Handlers<S, A::Caller>) } else { quote!(Handlers<S>) };
    let infos = served.iter().map(|operation| info_name(operation));
    let general = base_path::of_servers(&plan.api.servers);
    let base_paths = served.iter().map(|served| {
        let paths = base_path::of_operation(plan.api, served.operation);
        if paths == general { quote!(BASE_PATHS) } else { quote!(&[#(#paths),*]) }
    });
    let arms = served.iter().enumerate().map(|(index, operation)| {
        let index = proc_macro2::Literal::usize_unsuffixed(index);
        let name = names::ident(&operation.rust_name);
        let call = quote!(self.#name(captures, context, body, limits));
        if served.len() > FEW_OPERATIONS {
            quote!(#index => Box::pin(#call).await)
        } else {
            quote!(#index => #call.await)
        }
    });
    quote! {
        /// The stub with everything that it calls.
        struct Bound<S, A: Security> {
            handlers: #handlers,
            security: A,
            service: S,
        }

        impl<S, A> dispatch::Stub for Bound<S, A>
        where
            S: Clone + Send + Sync + 'static,
            A: Security,
        {
            const OPERATIONS: &'static [&'static OperationInfo] = &[#(&#infos),*];
            const BASE_PATHS: &'static [&'static [&'static str]] = &[#(#base_paths),*];

            async fn run(
                &self,
                operation: usize,
                captures: &Captures,
                context: &RequestContext,
                body: Body,
                limits: Limits,
            ) -> Result<Response, Rejection> {
                match operation {
                    #(#arms,)*
                    _ => Err(Rejection::UnknownPath),
                }
            }

            fn reject(&self, rejection: &Rejection, context: &RequestContext) -> Response {
                self.security.reject(rejection, context)
            }
        }
    }
}
