using System.Net;
using System.Text.Json;
using DirectRoute.Kubernetes.Client;
using DirectRoute.Kubernetes.Entities;
using DirectRoute.Kubernetes.Writes;

namespace DirectRoute.Kubernetes.Leases;

/// <summary>
/// The lease as one process sees and writes it. Whether it has run out is measured from when this process saw it change, by its own clock: the
/// times in the lease are other clocks' and are only written for people. Every write holds only for the version that was read.
/// </summary>
internal sealed class LeaseLock(IKubernetesClient client, LeaderElectionOptions options, TimeProvider time)
{
    private V1Lease? seen;
    private long changedAt;

    /// <summary>Who held it when last seen; null when nobody did.</summary>
    public string? Holder => seen?.Spec?.HolderIdentity is { Length: > 0 } holder ? holder : null;

    /// <summary>Whether this process held it when last seen.</summary>
    public bool IsOurs => Holder == options.Identity;

    private bool IsFree => Holder is null || time.GetElapsedTime(changedAt) >= HeldFor;

    private TimeSpan HeldFor => seen?.Spec?.LeaseDurationSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : options.LeaseDuration;

    /// <summary>Takes the lease if it is free, or renews it if it is held by this process.</summary>
    /// <returns>Whether it is held now.</returns>
    public async Task<bool> TryHoldAsync(CancellationToken cancellationToken)
    {
        // The holder writes without reading: if anybody else has written, the server answers Conflict.
        if (IsOurs && await TryWriteAsync(NextSpec(), cancellationToken).ConfigureAwait(false)) return true;
        See(await client.GetAsync<V1Lease>(options.Lease, cancellationToken).ConfigureAwait(false));
        if (seen is null) return await TryCreateAsync(cancellationToken).ConfigureAwait(false);
        return (IsOurs || IsFree) && await TryWriteAsync(NextSpec(), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Gives the lease up, so that nobody needs to wait until it has run out.</summary>
    public async Task ReleaseAsync(CancellationToken cancellationToken)
    {
        if (!IsOurs || await TryReleaseAsync(cancellationToken).ConfigureAwait(false)) return;
        // The last renewal may have been stored without an answer.
        See(await client.GetAsync<V1Lease>(options.Lease, cancellationToken).ConfigureAwait(false));
        if (IsOurs) await TryReleaseAsync(cancellationToken).ConfigureAwait(false);
    }

    private Task<bool> TryReleaseAsync(CancellationToken cancellationToken) =>
        TryWriteAsync(seen!.Spec! with { HolderIdentity = "", LeaseDurationSeconds = 1, RenewTime = time.GetUtcNow() }, cancellationToken);

    private async Task<bool> TryCreateAsync(CancellationToken cancellationToken)
    {
        var lease = new V1Lease
        {
            Metadata = new V1ObjectMeta { Name = options.Lease.Name, NamespaceProperty = options.Lease.Namespace },
            Spec = NextSpec(),
        };
        try
        {
            See(await client.CreateAsync(lease, WriteOptions.Default, cancellationToken).ConfigureAwait(false));
            return true;
        }
        catch (KubernetesException e) when (e.StatusCode == HttpStatusCode.Conflict)
        {
            return false;
        }
    }

    private async Task<bool> TryWriteAsync(V1LeaseSpec spec, CancellationToken cancellationToken)
    {
        try
        {
            See(await PatchAsync(spec, cancellationToken).ConfigureAwait(false));
            return true;
        }
        catch (KubernetesException e) when (e.StatusCode is HttpStatusCode.Conflict or HttpStatusCode.NotFound)
        {
            return false;
        }
    }

    private Task<V1Lease> PatchAsync(V1LeaseSpec spec, CancellationToken cancellationToken) =>
        client.PatchAsync<V1Lease>(options.Lease, GuardedWrite.Merge(seen!, members: writer => Write(writer, spec)), WriteOptions.Default, cancellationToken);

    private V1LeaseSpec NextSpec()
    {
        var now = time.GetUtcNow();
        return new V1LeaseSpec
        {
            HolderIdentity = options.Identity,
            LeaseDurationSeconds = (int)options.LeaseDuration.TotalSeconds,
            AcquireTime = IsOurs ? seen!.Spec!.AcquireTime : now,
            RenewTime = now,
            LeaseTransitions = IsOurs ? seen!.Spec!.LeaseTransitions : seen is null ? 0 : (seen.Spec?.LeaseTransitions ?? 0) + 1,
        };
    }

    private static void Write(Utf8JsonWriter writer, V1LeaseSpec spec)
    {
        writer.WriteStartObject("spec");
        writer.WriteString("holderIdentity", spec.HolderIdentity);
        writer.WriteNumber("leaseDurationSeconds", spec.LeaseDurationSeconds ?? 1);
        writer.WriteNumber("leaseTransitions", spec.LeaseTransitions ?? 0);
        if (spec.AcquireTime is { } acquired) writer.WriteString("acquireTime", MicroTimeConverter.ToText(acquired));
        if (spec.RenewTime is { } renewed) writer.WriteString("renewTime", MicroTimeConverter.ToText(renewed));
        writer.WriteEndObject();
    }

    private void See(V1Lease? lease)
    {
        if (!IsSame(lease?.Spec, seen?.Spec)) changedAt = time.GetTimestamp();
        seen = lease;
    }

    /// <summary>Whether no holder has written in between; somebody's label on the lease is no sign of life.</summary>
    private static bool IsSame(V1LeaseSpec? a, V1LeaseSpec? b) =>
        a?.HolderIdentity == b?.HolderIdentity
        && a?.RenewTime == b?.RenewTime
        && a?.AcquireTime == b?.AcquireTime
        && a?.LeaseTransitions == b?.LeaseTransitions
        && a?.LeaseDurationSeconds == b?.LeaseDurationSeconds;
}
