//! Prints what the handlers say of themselves, as one `OpenAPI` document per vendor in one JSON
//! object. `cargo xtask diff` compares it with the documents in `specs/`.

fn main() {
    let described = serde_json::json!({
        "rocketchat": unplug_handlers::rocketchat::description(),
        "kombo": unplug_handlers::kombo::description(),
        "vercel": unplug_handlers::vercel::description(),
    });
    println!("{described}");
}
