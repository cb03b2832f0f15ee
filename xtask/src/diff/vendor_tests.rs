//! A newer generation of a vendor's server, as its document would say it.
#![allow(clippy::unwrap_used, reason = "tests")]

use std::path::Path;

use unplug_contract::Format;

use super::{Options, run};

/// What server 9 refuses in other words. No vendor has published this copy: it is the published
/// document with the texts of the release notes, and what is inferred from them (see
/// `specs/rocketchat.overlay.yaml`).
const SERVER_9: &str = "tests/upstream/rocketchat.json";

/// What the comparison with a newer copy prints, and its exit code.
fn compared(copy: &Path) -> (u8, String) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let options = Options { upstream: Some(root.join(copy)), format: Format::Text, ..Options::default() };
    let (mut out, mut errors) = (Vec::new(), Vec::new());
    let code = run(root, &options, &mut out, &mut errors).unwrap();
    assert!(errors.is_empty());
    (code, String::from_utf8(out).unwrap())
}

#[test]
fn a_ninth_code_of_kombo_is_reported_although_a_correction_removes_the_list() {
    let specs = Path::new(env!("CARGO_MANIFEST_DIR")).join("../specs");
    let published = std::fs::read_to_string(specs.join("kombo.yaml")).unwrap();
    let eighth = published.lines().find(|line| line.trim() == "- PLATFORM.TASK_TIMED_OUT").unwrap();
    let ninth = eighth.replace("TASK_TIMED_OUT", "NINTH");
    let folder = tempfile::tempdir().unwrap();
    let copy = folder.path().join("kombo.yaml");
    std::fs::write(&copy, published.replacen(eighth, &format!("{eighth}\n{ninth}"), 1)).unwrap();
    let (_, out) = compared(&copy);
    let line = out.lines().find(|line| line.contains("PLATFORM.NINTH")).unwrap_or(&out);
    assert!(line.contains("specs/kombo.overlay.yaml:24:") && line.contains("is new"), "{out}");
}

#[test]
fn rocketchat_9_is_named_to_callers_rust_code_and_handlers() {
    let (code, out) = compared(Path::new(SERVER_9));
    assert_eq!(code, 1, "{out}");
    for said in [
        // Callers: the refusal of a permission has a kind, and a 401 says everything once.
        "the body of the response 403, `errorType`: only `\"error-forbidden\"` is valid in the published copy",
        "the body of the response 401: the member `status` is there in our document, but not in the published",
        "the body of the response 401: the member `error` is optional in our document, required in the published",
        // Rust code.
        "breaking `rocketchat::types::AuthorizationError.message`: removed",
        "`rocketchat::types::IntegrationsRemoveForbiddenBody.error_type`: was `Option<String>`",
        // Handlers.
        "`integrations_remove` uses `rocketchat::AuthorizationError.status`",
        // The corrections that the copy has made.
        "partly-made specs/rocketchat.overlay.yaml:",
    ] {
        assert!(out.contains(said), "{said}\n{out}");
    }
    assert!(out.contains("[rust-items-changed]") && out.contains("2 breaking"), "{out}");
}
