//! Refuses to build code that is older than the documents in `specs/`.

#[allow(dead_code, unreachable_pub, reason = "written by the generator for more than this use")]
#[path = "src/generated/guard.rs"]
#[rustfmt::skip]
mod guard;

fn main() {
    // Of the crate that is built now; the build script may have been compiled for a copy of it.
    if let Some(directory) = std::env::var_os("CARGO_MANIFEST_DIR") {
        let specs = std::path::Path::new(&directory).join("../../specs");
        guard::check(&specs, guard::RECORDED);
    }
}
