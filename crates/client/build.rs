//! Refuses to build code that is older than the documents in `specs/`.

#[allow(dead_code, unreachable_pub, reason = "written by the generator for more than this use")]
#[path = "src/generated/guard.rs"]
#[rustfmt::skip]
mod guard;

fn main() {
    let specs = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../specs");
    guard::check(&specs, guard::RECORDED);
}
