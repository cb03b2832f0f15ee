//! What was answered is on the disk.

use crate::support::{Folder, REMOVALS, Server, VERCEL};

#[test]
fn a_kill_right_after_the_answer_loses_nothing() {
    let folder = Folder::new();
    for removal in &REMOVALS {
        let server = Server::demo(&folder);
        removal.run(&server.url, &[]).json(0);
        server.kill();
        let server = Server::demo(&folder);
        removal.run(&server.url, &[]).json(3);
        server.kill();
    }
}

#[test]
fn demo_data_that_was_removed_stays_removed_in_a_kept_database() {
    let folder = Folder::new();
    let server = Server::demo(&folder);
    for removal in &REMOVALS {
        removal.run(&server.url, &[]).json(0);
    }
    server.terminate();
    let server = Server::demo(&folder);
    for removal in &REMOVALS {
        removal.run(&server.url, &[]).json(3);
    }
    // The rest is still there.
    let team = ["--slug", "my-team-url-slug"];
    REMOVALS[2].run_as(VERCEL, &server.url, "icfg_cuwj0AdCdH3BwWT4LPijCC7t", &team).json(0);
    let log = server.terminate();
    assert!(log.contains("the demo data set is not loaded"), "{log}");
}

#[test]
fn a_stopped_server_leaves_one_file() {
    let folder = Folder::new();
    let server = Server::demo(&folder);
    for removal in &REMOVALS {
        removal.run(&server.url, &[]).json(0);
    }
    assert!(folder.path("unplug.db-wal").exists());
    server.terminate();
    assert!(!folder.path("unplug.db-wal").exists());
    // A copy of that file has everything.
    let copy = Folder::new();
    std::fs::copy(folder.path("unplug.db"), copy.path("unplug.db")).unwrap();
    let server = Server::start(&copy, &[], &[]);
    for removal in &REMOVALS {
        removal.run(&server.url, &[]).json(3);
    }
}
