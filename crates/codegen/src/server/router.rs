//! `router.rs`: `Security`, `Handlers`, the operations' own data, and the way of a request.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};
use unplug_openapi::ir::Operation;

use super::security::{self, Alternative};
use crate::names;
use crate::plan::{Caller, OperationPlan, Plan};

/// The router file.
pub(super) fn emit(plan: &Plan<'_>, served: &[OperationPlan<'_>]) -> TokenStream {
    let alternatives = security::alternatives(plan, served);
    let secured = !alternatives.is_empty();
    let credentials = secured.then(|| security::emit(&alternatives));
    let security_trait = security_trait(secured);
    let infos = served.iter().map(|operation| info(operation));
    let handlers = handlers(served, secured);
    let base_paths = plan.api.base_paths();
    let guard = guard(secured);
    let routers = routers(plan, served, &alternatives);
    quote! {
        //! Credentials, handlers, and how the operations are bound to them.
        #![allow(
            missing_docs,
            unused_imports,
            clippy::too_many_lines,
            clippy::unnecessary_wraps,
            reason = "written from a document: not every operation needs everything"
        )]

        use axum::response::Response;

        use super::operations::*;
        use unplug_server_runtime::binding::{self, Bindings};
        use unplug_server_runtime::credentials::{self, Found};
        use unplug_server_runtime::service::{self, RouterOptions};
        use unplug_server_runtime::{HandlerFor, OperationInfo, operation, Rejection, RequestContext};

        /// Paths of the document's servers: every operation is answered under each, unless it
        /// names servers of its own.
        pub const BASE_PATHS: &[&str] = &[#(#base_paths),*];

        #(#infos)*
        #credentials
        #security_trait
        #guard
        #handlers
        #routers
    }
}

/// The items of the router file that are part of the API's own module.
pub(super) fn exported(plan: &Plan<'_>, served: &[OperationPlan<'_>]) -> Vec<Ident> {
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
    let Operation { id, route, security, method, .. } = plan.operation;
    let route = route.to_string();
    let name = info_name(plan);
    let method = method.as_str();
    let rust_name = &plan.rust_name;
    let security = security.iter().map(|requirement| {
        let schemes = requirement.iter().map(|(scheme, scopes)| quote!((#scheme, &[#(#scopes),*])));
        quote!(&[#(#schemes),*])
    });
    quote! {
        operation!(#name: #id, #rust_name, #method, #route, &[#(#security),*]);
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

fn handlers(served: &[OperationPlan<'_>], secured: bool) -> TokenStream {
    let fields = served.iter().map(|served| {
        let name = names::ident(&served.rust_name);
        let request = served.request_struct();
        let caller = match served.caller() {
            Caller::None => quote!(()),
            Caller::Optional => quote!(Option<C>),
            Caller::Required => quote!(C),
        };
        let path = &served.operation.path;
        let doc = match &served.operation.summary {
            Some(summary) => {
                format!(" `{} {path}`: {}", served.operation.method, summary.trim())
            }
            None => format!(" `{} {path}`", served.operation.method),
        };
        quote!(#[doc = #doc] pub #name: HandlerFor<S, #caller, #request>)
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

/// The API's own `Security` as the runtime wants it.
fn guard(secured: bool) -> TokenStream {
    let types = if secured {
        quote!(
            type Credentials = Credentials;
            type Caller = A::Caller;
        )
    } else {
        quote!(
            type Credentials = std::convert::Infallible;
            type Caller = ();
        )
    };
    let authenticate = if secured {
        quote! {
            async fn authenticate(
                &self,
                credentials: Credentials,
                context: &RequestContext,
            ) -> Result<A::Caller, Rejection> {
                self.0.authenticate(credentials, context).await
            }
        }
    } else {
        quote! {
            async fn authenticate(
                &self,
                credentials: std::convert::Infallible,
                _: &RequestContext,
            ) -> Result<(), Rejection> {
                match credentials {}
            }
        }
    };
    quote! {
        struct Authenticator<A>(A);

        impl<A: Security> binding::Authenticator for Authenticator<A> {
            #types

            #authenticate

            fn reject(&self, rejection: &Rejection, context: &RequestContext) -> Response {
                self.0.reject(rejection, context)
            }
        }
    }
}

fn routers(plan: &Plan<'_>, served: &[OperationPlan<'_>], alternatives: &[Alternative]) -> TokenStream {
    let secured = !alternatives.is_empty();
    let handlers = if secured { quote!(Handlers<S, A::Caller>) } else { quote!(Handlers<S>) };
    let general = plan.api.base_paths();
    let bound = served.iter().map(|served| {
        let paths = plan.api.base_paths_of(served.operation);
        let at = (paths != general).then(|| quote!(.at(&[#(#paths),*])));
        let (info, name) = (info_name(served), names::ident(&served.rust_name));
        let readers = security::readers(alternatives, served.operation);
        match served.caller() {
            Caller::None => quote!(.open(&#info, handlers.#name) #at),
            Caller::Optional => quote!(.optional(&#info, &[#(#readers),*], handlers.#name) #at),
            Caller::Required => quote!(.secured(&#info, &[#(#readers),*], handlers.#name) #at),
        }
    });
    let argument = if served.is_empty() { quote!(_handlers) } else { quote!(handlers) };
    quote! {
        /// A router that answers every path: operations with their handlers, everything else with
        /// `security`'s rejection. Request bodies may have up to 1 MiB.
        pub fn router<S, A>(handlers: #handlers, security: A, service: S) -> axum::Router
        where
            S: Clone + Send + Sync + 'static,
            A: Security,
        {
            router_with(handlers, security, service, RouterOptions::default())
        }

        /// [`router`] with limits or other options of its own.
        pub fn router_with<S, A>(
            #argument: #handlers,
            security: A,
            service: S,
            options: impl Into<RouterOptions>,
        ) -> axum::Router
        where
            S: Clone + Send + Sync + 'static,
            A: Security,
        {
            let bindings = Bindings::new(Authenticator(security), service, BASE_PATHS) #(#bound)*;
            service::router(bindings, options)
        }
    }
}
