//! What the store promises, on real files.
#![allow(clippy::unwrap_used, reason = "tests")]

mod support;

use jiff::Timestamp;
use support::{Database, contains};
use unplug_handlers::Secret;
use unplug_handlers::credential::CredentialDigest;
use unplug_handlers::seed;
use unplug_handlers::seed::demo::kombo::{KEY as KOMBO_KEY, PERSONIO, WORKDAY as KOMBO};
use unplug_handlers::seed::demo::rocketchat::{ADMIN, COMPLETE, INCOMING, OUTGOING, OWNER};
use unplug_handlers::seed::demo::vercel::{
    FULL as VERCEL_TOKEN, OF_TEAM as VERCEL_OF_TEAM, TEAM as VERCEL_TEAM, UNINSTALLED,
};
use unplug_handlers::store::kombo::{self, ApiKey};
use unplug_handlers::store::rocketchat::{self, Authority, Family, Selector};
use unplug_handlers::store::vercel::{self, Owner, Resources, Token};
use unplug_handlers::store::{Api, Store, StoreError};

/// How many callers race for one integration.
const RACERS: usize = 32;

fn at() -> Timestamp {
    "2026-03-04T05:06:07.089Z".parse().unwrap()
}

async fn remove_rocketchat(
    store: &Store,
    selector: Selector,
    family: Family,
    authority: Authority,
) -> rocketchat::Removed {
    store
        .remove_rocketchat_integration(rocketchat::Removal {
            selector: &selector,
            family,
            authority: &authority,
            actor: ADMIN.0,
            at: at(),
        })
        .await
        .unwrap()
}

async fn kombo_key(store: &Store) -> ApiKey {
    let digest = CredentialDigest::of(KOMBO_KEY);
    store.kombo_api_key(&digest).await.unwrap().unwrap()
}

async fn remove_kombo(store: &Store, key: &ApiKey, integration_id: &str) -> kombo::Removed {
    store.remove_kombo_integration(kombo::Removal { integration_id, key, at: at() }).await.unwrap()
}

async fn vercel_token(store: &Store) -> Token {
    let digest = CredentialDigest::of(VERCEL_TOKEN);
    store.vercel_token(&digest).await.unwrap().unwrap()
}

async fn remove_vercel(store: &Store, owner: Owner, configuration_id: &str) -> vercel::Removed {
    store
        .remove_vercel_configuration(vercel::Removal {
            configuration_id,
            owner: &owner,
            token: &vercel_token(store).await,
            at: at(),
        })
        .await
        .unwrap()
}

fn team() -> Owner {
    Owner::Team(VERCEL_TEAM.to_owned())
}

/// Runs `attempt` many times at once and counts those that removed something.
async fn winners<F, Fut>(attempt: F) -> usize
where
    F: Fn() -> Fut,
    Fut: Future<Output = bool> + Send + 'static,
{
    let attempts: Vec<_> = (0..RACERS).map(|_| tokio::spawn(attempt())).collect();
    let mut winners = 0;
    for attempt in attempts {
        winners += usize::from(attempt.await.unwrap());
    }
    winners
}

#[tokio::test(flavor = "multi_thread")]
async fn of_many_rocketchat_removals_one_succeeds() {
    let database = Database::demo().await;
    let won = winners(|| {
        let store = database.store.clone();
        async move {
            let selector = Selector::Id(OUTGOING.to_owned());
            let removed = remove_rocketchat(&store, selector, Family::Outgoing, Authority::Any).await;
            matches!(removed, rocketchat::Removed::Done(_))
        }
    })
    .await;
    assert_eq!(won, 1);
    assert_eq!(database.store.audit_records(Api::Rocketchat).await.unwrap().len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn of_many_kombo_removals_one_succeeds() {
    let database = Database::demo().await;
    let key = kombo_key(&database.store).await;
    let won = winners(|| {
        let (store, key) = (database.store.clone(), key.clone());
        async move {
            let removed = remove_kombo(&store, &key, KOMBO).await;
            matches!(removed, kombo::Removed::Done(_))
        }
    })
    .await;
    assert_eq!(won, 1);
    assert_eq!(database.store.audit_records(Api::Kombo).await.unwrap().len(), 1);
    let events = database.store.kombo_webhook_events("my-prod").await.unwrap();
    assert_eq!(events.len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn of_many_vercel_removals_one_succeeds() {
    let database = Database::demo().await;
    let won = winners(|| {
        let store = database.store.clone();
        async move {
            let removed = remove_vercel(&store, team(), VERCEL_OF_TEAM).await;
            matches!(removed, vercel::Removed::Done(_))
        }
    })
    .await;
    assert_eq!(won, 1);
    assert_eq!(database.store.audit_records(Api::Vercel).await.unwrap().len(), 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn two_stores_on_one_file_do_not_both_remove() {
    let database = Database::demo().await;
    let stores = [database.store.clone(), database.reopened().await];
    let next = std::sync::atomic::AtomicUsize::new(0);
    let won = winners(|| {
        let turn = next.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
        let store = stores[turn % 2].clone();
        async move {
            let removed = remove_vercel(&store, team(), VERCEL_OF_TEAM).await;
            matches!(removed, vercel::Removed::Done(_))
        }
    })
    .await;
    assert_eq!(won, 1);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_new_file_may_be_opened_by_many_at_once() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("new.db");
    let opened: Vec<_> = (0..8)
        .map(|_| {
            let path = path.clone();
            tokio::spawn(async move { Store::open(&path).await })
        })
        .collect();
    for store in opened {
        assert!(store.await.unwrap().unwrap().is_empty().await.unwrap());
    }
}

#[tokio::test]
async fn what_was_removed_is_still_removed_when_the_file_is_opened_again() {
    let database = Database::demo().await;
    let outgoing = || Selector::Id(OUTGOING.to_owned());
    let key = kombo_key(&database.store).await;
    remove_rocketchat(&database.store, outgoing(), Family::Outgoing, Authority::Any).await;
    remove_kombo(&database.store, &key, KOMBO).await;
    remove_vercel(&database.store, team(), VERCEL_OF_TEAM).await;

    // The first store is still open: nothing is left to be written when it closes.
    let again = database.reopened().await;
    assert_eq!(
        remove_rocketchat(&again, outgoing(), Family::Outgoing, Authority::Any).await,
        rocketchat::Removed::NotFound
    );
    assert_eq!(remove_kombo(&again, &key, KOMBO).await, kombo::Removed::NotFound);
    assert_eq!(remove_vercel(&again, team(), VERCEL_OF_TEAM).await, vercel::Removed::NotFound);
    for api in Api::ALL {
        assert_eq!(again.audit_records(api).await.unwrap().len(), 1);
    }
}

#[tokio::test]
async fn a_removal_leaves_who_what_when_and_from_where() {
    let database = Database::demo().await;
    let selector = Selector::Id(COMPLETE.to_owned());
    remove_rocketchat(&database.store, selector, Family::Outgoing, Authority::Any).await;
    let records = database.store.audit_records(Api::Rocketchat).await.unwrap();
    let [record] = records.as_slice() else {
        unreachable!("one record, not {records:?}");
    };
    assert_eq!(record.actor, ADMIN.0);
    assert_eq!(record.subject, COMPLETE);
    assert_eq!(record.at, "2026-03-04T05:06:07.089Z");
    assert_eq!(record.snapshot["name"], "Build announcements");
    let text = record.snapshot.to_string();
    assert!(!text.contains("demo-webhook"), "a secret in {text}");
    assert!(!text.contains("builds.example.com"), "an address in {text}");
}

#[tokio::test]
async fn a_refused_removal_changes_nothing() {
    let database = Database::demo().await;
    for (family, authority, expected) in [
        (Family::Incoming, Authority::Any, rocketchat::Removed::NotFound),
        (Family::Outgoing, Authority::Nothing, rocketchat::Removed::NotAuthorized),
        (Family::Outgoing, Authority::CreatedBy(ADMIN.0.to_owned()), rocketchat::Removed::NotOwn),
    ] {
        let selector = Selector::Id(OUTGOING.to_owned());
        let removed = remove_rocketchat(&database.store, selector, family, authority).await;
        assert_eq!(removed, expected);
    }
    let integrations = "SELECT count(*) FROM rocketchat_integrations";
    assert_eq!(database.count(integrations).await, 3);
    assert!(database.store.audit_records(Api::Rocketchat).await.unwrap().is_empty());
}

#[tokio::test]
async fn an_integration_without_a_known_creator_is_nobodys_own() {
    let database = Database::demo().await;
    let removed = remove_rocketchat(
        &database.store,
        Selector::Id(INCOMING.to_owned()),
        Family::Incoming,
        Authority::CreatedBy(OWNER.0.to_owned()),
    )
    .await;
    assert_eq!(removed, rocketchat::Removed::NotOwn);
}

#[tokio::test]
async fn of_several_integrations_that_call_an_address_the_oldest_goes() {
    let mut seed = seed::demo();
    let mut older = seed.rocketchat.integrations[0].clone();
    older.id = "zOlder".to_owned();
    older.created_at = "2016-01-06T13:42:14.143Z".to_owned();
    seed.rocketchat.integrations.push(older);
    let database = Database::with(&seed).await;
    let selector = Selector::TargetUrl("http://text2gif.guggy.com/guggify".to_owned());
    let removed = remove_rocketchat(&database.store, selector, Family::Outgoing, Authority::Any).await;
    let rocketchat::Removed::Done(integration) = removed else {
        unreachable!("{removed:?}");
    };
    assert_eq!(integration.id, "zOlder");
}

#[tokio::test]
async fn a_removed_integration_is_given_back_whole() {
    let database = Database::demo().await;
    for expected in seed::demo().rocketchat.integrations {
        let selector = Selector::Id(expected.id.clone());
        let removed = remove_rocketchat(&database.store, selector, expected.family, Authority::Any).await;
        assert_eq!(removed, rocketchat::Removed::Done(Box::new(expected)));
    }
}

#[tokio::test]
async fn the_history_goes_with_the_integration() {
    let database = Database::demo().await;
    let history = "SELECT count(*) FROM rocketchat_integration_history";
    assert_eq!(database.count(history).await, 2);
    let selector = Selector::Id(OUTGOING.to_owned());
    remove_rocketchat(&database.store, selector, Family::Outgoing, Authority::Any).await;
    assert_eq!(database.count(history).await, 0);
    let records = database.store.audit_records(Api::Rocketchat).await.unwrap();
    assert_eq!(records[0].snapshot["history_entries_removed"], 2);
    let urls = "SELECT count(*) FROM rocketchat_integration_urls WHERE integration_id = 'oNLthAt9RwMw39N2B'";
    assert_eq!(database.count(urls).await, 0);
}

#[tokio::test]
async fn the_resources_go_with_the_configuration_and_no_others() {
    let database = Database::demo().await;
    let removed = remove_vercel(&database.store, team(), VERCEL_OF_TEAM).await;
    let expected = Resources { webhooks: 1, log_drains: 1, project_env_variables: 2 };
    assert_eq!(removed, vercel::Removed::Done(expected));
    assert_eq!(database.count("SELECT count(*) FROM vercel_configurations").await, 3);
    assert_eq!(database.count("SELECT count(*) FROM vercel_webhooks").await, 3);
    assert_eq!(database.count("SELECT count(*) FROM vercel_log_drains").await, 3);
    let variables = "SELECT count(*) FROM vercel_project_env_variables";
    assert_eq!(database.count(variables).await, 6);
    for api in Api::ALL {
        let records = database.store.audit_records(api).await.unwrap();
        assert_eq!(records.len(), usize::from(api == Api::Vercel));
    }
}

#[tokio::test]
async fn a_failing_part_of_a_removal_undoes_the_whole() {
    let database = Database::demo().await;
    sqlx::query(
        "CREATE TRIGGER broken BEFORE INSERT ON audit_records
         BEGIN SELECT RAISE(ABORT, 'the audit is broken'); END",
    )
    .execute(&mut database.connection().await)
    .await
    .unwrap();
    let failed = database
        .store
        .remove_vercel_configuration(vercel::Removal {
            configuration_id: VERCEL_OF_TEAM,
            owner: &team(),
            token: &vercel_token(&database.store).await,
            at: at(),
        })
        .await;
    let Err(StoreError::Failed { doing, .. }) = failed else {
        unreachable!("{failed:?}");
    };
    assert_eq!(doing, "write the audit record");
    assert_eq!(database.count("SELECT count(*) FROM vercel_configurations").await, 4);
    assert_eq!(database.count("SELECT count(*) FROM vercel_webhooks").await, 4);
}

#[tokio::test]
async fn an_uninstalled_configuration_stays() {
    let database = Database::demo().await;
    let own = Owner::Account("ZspSRT4ljIEEmMHgoDwKWDei".to_owned());
    let removed = remove_vercel(&database.store, own, UNINSTALLED).await;
    assert_eq!(removed, vercel::Removed::Uninstalled);
    assert_eq!(database.count("SELECT count(*) FROM vercel_configurations").await, 4);
}

#[tokio::test]
async fn a_key_finds_nothing_in_another_environment() {
    let database = Database::demo().await;
    let key = kombo_key(&database.store).await;
    let removed = remove_kombo(&database.store, &key, PERSONIO).await;
    assert_eq!(removed, kombo::Removed::NotFound);
    assert_eq!(database.count("SELECT count(*) FROM kombo_integrations").await, 3);
}

#[tokio::test]
async fn the_webhook_event_says_what_the_vendors_does() {
    let database = Database::demo().await;
    let key = kombo_key(&database.store).await;
    remove_kombo(&database.store, &key, KOMBO).await;
    let events = database.store.kombo_webhook_events("my-prod").await.unwrap();
    assert_eq!(events[0].kind, "integration-deleted");
    assert_eq!(
        events[0].payload["data"],
        serde_json::json!({
            "id": KOMBO,
            "tool": "workday",
            "category": "HRIS",
            "end_user": {
                "organization_name": "Acme, Inc.",
                "creator_email": "ada@acme.example",
                "origin_id": "36123",
            },
            "deleted_at": "2026-03-04T05:06:07.089Z",
        })
    );
}

#[tokio::test]
async fn no_credential_is_in_the_files() {
    let database = Database::demo().await;
    let seed = seed::demo();
    let tokens = seed.rocketchat.users.iter().flat_map(|user| &user.tokens);
    let keys = seed.kombo.environments.iter().flat_map(|e| &e.api_keys).map(|key| &key.key);
    let vercel = seed.vercel.accounts.iter().flat_map(|a| &a.tokens).map(|token| &token.token);
    let credentials: Vec<&Secret> = tokens.chain(keys).chain(vercel).collect();
    assert_eq!(credentials.len(), 9);

    let while_open = database.bytes();
    database.store.close().await;
    let after_closing = database.bytes();
    for bytes in [while_open, after_closing] {
        assert!(contains(&bytes, "graywolf336"), "these are not the files");
        for credential in &credentials {
            assert!(!contains(&bytes, credential.expose()), "a credential is in the files");
        }
    }
}

#[tokio::test]
async fn only_the_right_credential_is_somebodys() {
    let database = Database::demo().await;
    let store = &database.store;
    let token = CredentialDigest::of(ADMIN.1);
    let user = store.rocketchat_user(ADMIN.0, &token).await.unwrap();
    assert_eq!(user.unwrap().username, "demo.admin");
    // The right token of another user.
    let other = store.rocketchat_user(OWNER.0, &token).await.unwrap();
    assert_eq!(other, None);
    let wrong = CredentialDigest::of("9HqLlyZOugoStsXCUfD_0YdwnNnunAJF8V47U3QHXSr");
    let nobody = store.rocketchat_user(ADMIN.0, &wrong).await.unwrap();
    assert_eq!(nobody, None);
    assert_eq!(store.kombo_api_key(&wrong).await.unwrap(), None);
    assert_eq!(store.vercel_token(&wrong).await.unwrap(), None);
}

#[tokio::test]
async fn loading_a_seed_again_restores_what_it_names_and_nothing_else() {
    let database = Database::demo().await;
    let key = kombo_key(&database.store).await;
    remove_kombo(&database.store, &key, KOMBO).await;
    let mut seed = seed::demo();
    // Only part of it, with a new token for a user and without an integration.
    seed.vercel = seed::Vercel::default();
    seed.kombo.environments.truncate(1);
    seed.kombo.environments[0].integrations.truncate(1);
    seed.rocketchat.users[0].tokens = vec![Secret::from("a-new-token-of-this-very-user".to_owned())];
    database.store.load(&seed).await.unwrap();

    assert_eq!(database.count("SELECT count(*) FROM kombo_integrations").await, 3);
    assert_eq!(database.count("SELECT count(*) FROM vercel_configurations").await, 4);
    let history = "SELECT count(*) FROM rocketchat_integration_history";
    assert_eq!(database.count(history).await, 2);
    let old = CredentialDigest::of(ADMIN.1);
    let user = database.store.rocketchat_user(ADMIN.0, &old).await.unwrap();
    assert_eq!(user, None, "a token that the seed no longer names is still good");
}

#[tokio::test]
async fn a_seed_that_contradicts_itself_is_not_loaded() {
    let database = Database::empty().await;
    let mut seed = seed::demo();
    seed.kombo.environments[1].id = "my-prod".to_owned();
    let refused = database.store.load(&seed).await;
    assert!(matches!(refused, Err(StoreError::Seed(_))), "{refused:?}");
    assert!(database.store.is_empty().await.unwrap());
}

#[tokio::test]
async fn a_file_from_a_newer_version_is_refused_with_its_name() {
    let database = Database::demo().await;
    sqlx::query("PRAGMA user_version = 999").execute(&mut database.connection().await).await.unwrap();
    let refused = Store::open(&database.path()).await;
    let message = refused.unwrap_err().to_string();
    assert!(message.contains("unplug.db"), "{message}");
    assert!(message.contains("newer version"), "{message}");
}

#[tokio::test]
async fn a_folder_that_does_not_exist_is_named() {
    let directory = tempfile::tempdir().unwrap();
    let refused = Store::open(&directory.path().join("nowhere/unplug.db")).await;
    let message = refused.unwrap_err().to_string();
    assert!(message.contains("nowhere"), "{message}");
}

#[tokio::test]
async fn a_file_that_is_no_database_is_refused_and_left_alone() {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("notes.txt");
    let text = "these are notes, and by no means a database\n".repeat(100);
    std::fs::write(&path, &text).unwrap();
    let message = Store::open(&path).await.unwrap_err().to_string();
    assert!(message.contains("notes.txt"), "{message}");
    assert_eq!(std::fs::read_to_string(&path).unwrap(), text);
}

#[tokio::test]
async fn a_seed_that_clashes_with_the_database_changes_nothing() {
    let database = Database::demo().await;
    let mut seed = seed::Seed::default();
    seed.kombo.environments = seed::demo().kombo.environments;
    seed.kombo.environments[0].name = "Renamed".to_owned();
    seed.vercel.teams = vec![seed::VercelTeam {
        id: "team_new".to_owned(),
        // Another team of the database has it.
        slug: "another-team".to_owned(),
        configurations: vec![],
    }];
    let refused = database.store.load(&seed).await;
    let message = refused.unwrap_err().to_string();
    assert!(message.contains("vercel_teams.slug"), "{message}");
    let renamed = "SELECT count(*) FROM kombo_environments WHERE name = 'Renamed'";
    assert_eq!(database.count(renamed).await, 0);
}
