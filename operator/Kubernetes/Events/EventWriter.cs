using System.Net;
using DirectRoute.Kubernetes.Client;
using DirectRoute.Kubernetes.Entities;
using DirectRoute.Kubernetes.Writes;

namespace DirectRoute.Kubernetes.Events;

/// <summary>Brings a series to the API server: the first time as a new event, afterwards as a patch of its count.</summary>
internal sealed class EventWriter(IKubernetesClient client, EventRecorderOptions options)
{
    /// <summary>Events of cluster-scoped objects live here, because every event must live in a namespace.</summary>
    private const string NamespaceOfTheCluster = "default";

    /// <summary>Whether a failure may pass by itself.</summary>
    public static bool IsTransient(Exception failure) => failure switch
    {
        KubernetesException e => e.StatusCode is >= HttpStatusCode.InternalServerError or HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout,
        HttpRequestException or TimeoutException or IOException or OperationCanceledException => true,
        _ => false,
    };

    public async Task WriteAsync(Happening happening, SeriesState state, CancellationToken cancellationToken)
    {
        if (!state.IsStored || !await TryCountUpAsync(happening, state, cancellationToken).ConfigureAwait(false))
        {
            await CreateAsync(happening, state, cancellationToken).ConfigureAwait(false);
        }
        state.IsStored = true;
    }

    private async Task CreateAsync(Happening happening, SeriesState state, CancellationToken cancellationToken)
    {
        try
        {
            await client.CreateAsync(NewEvent(happening, state), WriteOptions.Default, cancellationToken).ConfigureAwait(false);
        }
        catch (KubernetesException e) when (e.StatusCode == HttpStatusCode.Conflict)
        {
            await JoinAsync(happening, state, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Counts on where another process, or this one before a restart or a lost answer, began the series.</summary>
    private async Task JoinAsync(Happening happening, SeriesState state, CancellationToken cancellationToken)
    {
        var touched = await client.PatchAsync<CoreV1Event>(KeyOf(happening, state), Change(state, count: null), WriteOptions.Default, cancellationToken).ConfigureAwait(false);
        state.IsStored = true;
        if (!IsOurs(touched, state)) state.Count += touched.Count ?? 0;
        await client.PatchAsync<CoreV1Event>(KeyOf(happening, state), Change(state, state.Count), WriteOptions.Default, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Whether it is the very event whose creation was not answered.</summary>
    private bool IsOurs(CoreV1Event stored, SeriesState state) =>
        stored.ReportingInstance == options.Instance && stored.FirstTimestamp == ToSecond(state.FirstAt);

    private async Task<bool> TryCountUpAsync(Happening happening, SeriesState state, CancellationToken cancellationToken)
    {
        try
        {
            await client.PatchAsync<CoreV1Event>(KeyOf(happening, state), Change(state, state.Count), WriteOptions.Default, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (KubernetesException e) when (e.StatusCode == HttpStatusCode.NotFound)
        {
            return false;
        }
    }

    private CoreV1Event NewEvent(Happening happening, SeriesState state) => new()
    {
        Metadata = new V1ObjectMeta { Name = state.Name, NamespaceProperty = NamespaceOf(happening) },
        InvolvedObject = happening.About,
        Type = happening.Series.Type,
        Reason = happening.Series.Reason,
        Message = happening.Series.Message,
        Source = new V1EventSource { Component = options.Component },
        FirstTimestamp = ToSecond(state.FirstAt),
        LastTimestamp = ToSecond(state.LastAt),
        Count = state.Count,
        ReportingComponent = options.Component,
        ReportingInstance = options.Instance,
    };

    private static Patch Change(SeriesState state, int? count) => Patch.Merge(Json.Write(writer =>
    {
        writer.WriteStartObject();
        if (count is { } value) writer.WriteNumber("count", value);
        writer.WriteString("lastTimestamp", ToSecond(state.LastAt));
        writer.WriteEndObject();
    }));

    private static ObjectKey KeyOf(Happening happening, SeriesState state) => new(NamespaceOf(happening), state.Name);

    private static string NamespaceOf(Happening happening) => happening.About.Namespace ?? NamespaceOfTheCluster;

    private static DateTimeOffset ToSecond(DateTimeOffset time) => time.AddTicks(-(time.UtcTicks % TimeSpan.TicksPerSecond));
}
