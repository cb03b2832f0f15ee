//! What cannot import the demo data set uses it all the same.
#![allow(clippy::unwrap_used, reason = "tests")]

use std::path::Path;

use unplug_handlers::seed::demo::{kombo, rocketchat, vercel};

/// The demonstration does not depend on the handlers, and scripts cannot.
#[test]
fn the_demonstration_and_scripts_have_the_credentials_of_the_demo_data() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let credentials = [rocketchat::ADMIN.0, rocketchat::ADMIN.1, kombo::KEY, vercel::FULL];
    let integrations = [rocketchat::OUTGOING, kombo::WORKDAY, vercel::OF_ACCOUNT];
    for (file, also) in [("xtask/src/demo.rs", &integrations[..]), (".ci/schemathesis", &[])] {
        let text = std::fs::read_to_string(root.join(file)).unwrap();
        for known in credentials.iter().chain(also) {
            assert!(text.contains(known), "{file} does not use {known} of the demo data set");
        }
    }
}
