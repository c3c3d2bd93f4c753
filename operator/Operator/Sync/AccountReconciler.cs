using System.Text;
using System.Text.Json;
using DirectRoute.Core.Collections;
using DirectRoute.Core.Compile;
using DirectRoute.Core.Conditions;
using DirectRoute.Core.Failures;
using DirectRoute.Kubernetes.Client;
using DirectRoute.Kubernetes.Controllers;
using DirectRoute.Kubernetes.Entities;
using DirectRoute.Operator.Cloud;
using DirectRoute.Operator.Resources;

namespace DirectRoute.Operator.Sync;

/// <summary>Finds out who the operator is in an AwsAccount, and lends the account to those that may use it.</summary>
internal sealed class AccountReconciler(
    ClusterState cluster, Registry<string, AccountSession> sessions, ICloudFactory clouds, AccountSecrets secrets, StatusBuilder statuses, StatusReporter reporter, ResourceFinalizers finalizers)
    : IReconciler<ObjectKey>
{
    /// <summary>Secrets are not watched, since the operator may not list them: a new key is in use this soon.</summary>
    private static readonly TimeSpan SecretAgain = TimeSpan.FromMinutes(1);

    private const int MostDoubts = 10;

    /// <summary>One run for one account.</summary>
    public async Task<ReconcileResult> ReconcileAsync(ObjectKey key, CancellationToken cancellationToken)
    {
        if (cluster.Accounts.Get(key) is not { } account)
        {
            sessions.Remove(key.Name);
            return ReconcileResult.Done();
        }
        var users = cluster.ApisOfAccount(key.Name).Count + cluster.RolesOfAccount(key.Name).Count;
        if (account.IsDeleting() && users == 0)
        {
            await finalizers.ReleaseAsync(account, cancellationToken);
            return ReconcileResult.Done();
        }
        if (!account.IsDeleting() && !await finalizers.AddAsync(account, cancellationToken)) return ReconcileResult.Again("The manifest changed meanwhile.");
        return await IdentifyAsync(cluster.Accounts.Get(key) ?? account, cancellationToken);
    }

    private async Task<ReconcileResult> IdentifyAsync(AwsAccount account, CancellationToken cancellationToken)
    {
        var settings = await SettingsOfAsync(account, cancellationToken);
        var identity = settings.Failure is { } noSettings
            ? noSettings
            : await clouds.For(settings.Value).GetCallerIdentityAsync(cancellationToken);
        if (identity.Succeeded) Lend(account, SessionOf(account, settings.Value, identity.Value));
        else Fail(account, settings, identity.Failure!);
        var isReported = await reporter.ReportAsync(account, StatusOf(account, identity), cancellationToken);
        return identity.Succeeded && isReported && account.Spec.Credentials?.SecretRef is not null
            ? ReconcileResult.Done(SecretAgain)
            : Results.Of(identity.Failure, isReported);
    }

    /// <summary>Whoever uses the account is run again when there is news, such as other grants.</summary>
    private void Lend(AwsAccount account, AccountSession session)
    {
        var isNews = !sessions.TryGet(account.Metadata.Name!, out var known) || known.Facts is not { } facts
            || (known.Spec, known.Settings, facts.AccountId, facts.Partition) != (session.Spec, session.Settings, session.Facts!.AccountId, session.Facts.Partition);
        if (isNews) sessions.Set(account.Metadata.Name!, session);
    }

    /// <summary>An account that cannot be reached for a while is the same account still; one whose credentials are refused is none.</summary>
    private void Fail(AwsAccount account, Outcome<CloudSettings> settings, Failure failure)
    {
        var isKept = failure.Kind == FailureKind.Transient && settings.Succeeded
            && sessions.TryGet(account.Metadata.Name!, out var session) && session.Settings == settings.Value;
        if (!isKept) sessions.Set(account.Metadata.Name!, new AccountSession { Failure = failure });
    }

    private static AccountSession SessionOf(AwsAccount account, CloudSettings settings, CallerIdentity identity) => new()
    {
        Facts = new AccountFacts
        {
            Name = account.Metadata.Name!,
            AccountId = identity.AccountId,
            Partition = identity.Partition,
            Region = account.Spec.Region,
            Roles = account.Spec.Roles,
            Grants = account.Spec.Grants,
        },
        Settings = settings,
        Namespaces = account.Spec.Namespaces,
        Spec = JsonSerializer.Serialize(account.Spec, ResourcesJsonContext.Default.AwsAccountSpec),
    };

    private async Task<Outcome<CloudSettings>> SettingsOfAsync(AwsAccount account, CancellationToken cancellationToken)
    {
        var settings = new CloudSettings
        {
            AccountName = account.Metadata.Name!,
            Region = account.Spec.Region,
            EndpointUrl = account.Spec.EndpointUrl,
            EndpointUrls = account.Spec.EndpointUrls,
            AssumeRole = account.Spec.Credentials?.AssumeRole,
            Limits = account.Spec.Limits,
        };
        if (account.Spec.Credentials?.SecretRef is not { } secret) return settings;
        var credentials = await secrets.ReadAsync(secret.Name, cancellationToken);
        return credentials.Failure is { } failure ? failure : settings with { Credentials = credentials.Value };
    }

    private AwsAccountStatus StatusOf(AwsAccount account, Outcome<CallerIdentity> identity)
    {
        var apis = cluster.ApisOfAccount(account.Metadata.Name!).Count;
        var status = (account.Status ?? new AwsAccountStatus()) with { ObservedGeneration = account.Metadata.Generation, Apis = apis };
        if (identity.Succeeded)
            status = status with { AccountId = identity.Value.AccountId, Partition = identity.Value.Partition, CallerArn = identity.Value.Arn };
        return status with { Conditions = statuses.Conditions(account, account.Status, VerdictsOf(account, identity)) };
    }

    private static ValueList<Verdict> VerdictsOf(AwsAccount account, Outcome<CallerIdentity> identity)
    {
        if (account.IsDeleting())
            return [Verdict.False(ConditionTypes.Ready, "InUse", "DirectApis or IntegrationRoles still use the account: it goes when they are gone.")];
        return identity.Failure is { } failure
            ? [Verdict.False(ConditionTypes.Ready, failure.Reason, failure.Message)]
            : [Verdict.True(ConditionTypes.Ready, ConditionTypes.Ready, $"AWS sees the operator as {identity.Value.Arn}.{Doubts(account)}")];
    }

    private static string Doubts(AwsAccount account)
    {
        var doubts = AccountRules.Check(account.Spec);
        var more = doubts.Count > MostDoubts ? $"; and {doubts.Count - MostDoubts} more" : "";
        return doubts.Count == 0 ? "" : $" Mind: {string.Join("; ", doubts.Take(MostDoubts))}{more}";
    }
}

/// <summary>Reads access keys from Secrets in the operator's own namespace.</summary>
internal sealed class AccountSecrets(IKubernetesClient client, string ns)
{
    public async Task<Outcome<StaticCredentials>> ReadAsync(string name, CancellationToken cancellationToken)
    {
        V1Secret? secret;
        try
        {
            secret = await client.GetAsync<V1Secret>(new ObjectKey(ns, name), cancellationToken);
        }
        catch (Exception e) when (e is KubernetesException or HttpRequestException or TimeoutException)
        {
            return new Failure(FailureKind.Transient, "SecretUnreadable", $"spec.credentials.secretRef: Secret '{name}' in namespace '{ns}' cannot be read: {e.Message}");
        }
        if (secret is null)
            return new Failure(FailureKind.Waiting, Reasons.RefNotFound, $"spec.credentials.secretRef: there is no Secret '{name}' in the operator's namespace '{ns}'.", TimeSpan.FromSeconds(30));
        return Of(name, secret);
    }

    private Outcome<StaticCredentials> Of(string name, V1Secret secret)
    {
        if (Text(secret, "aws_access_key_id") is not { } id || Text(secret, "aws_secret_access_key") is not { } key)
            return new Failure(FailureKind.Waiting, "SecretIncomplete", $"Secret '{name}' in namespace '{ns}' has to hold aws_access_key_id and aws_secret_access_key.", TimeSpan.FromSeconds(30));
        return new StaticCredentials(id, key, Text(secret, "aws_session_token"));
    }

    private static string? Text(V1Secret secret, string key) =>
        secret.Data is { } data && data.TryGetValue(key, out var bytes) && Encoding.UTF8.GetString(bytes).Trim() is { Length: > 0 } text ? text : null;
}
