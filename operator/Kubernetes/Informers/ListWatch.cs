using System.Net;
using DirectRoute.Kubernetes.Client;
using DirectRoute.Kubernetes.Entities;
using DirectRoute.Kubernetes.Runtime;

namespace DirectRoute.Kubernetes.Informers;

/// <summary>Where <see cref="ListWatch{T}"/> puts what it hears.</summary>
internal interface IListWatchSink<T>
    where T : class, IKubernetesObject
{
    /// <summary>A complete list.</summary>
    /// <param name="list">All of it, however many pages it had.</param>
    /// <param name="isSetBack">True if it is older than what was heard before: the server's history was set back, as by a restored backup.</param>
    void OnList(ObjectList<T> list, bool isSetBack);

    /// <summary>A change or a bookmark.</summary>
    void OnChange(WatchEvent<T> change);

    /// <summary>A list or a watch failed and is tried again.</summary>
    void OnFailure(Exception failure, bool relists, int failures, TimeSpan wait);
}

/// <summary>
/// The conversation with the API server: a list, then watches from where the last one ended, and a new list only when the server no longer
/// knows that place. It never gives up; waits between failures grow until a watch delivers something again.
/// </summary>
internal sealed class ListWatch<T>(IKubernetesClient client, InformerOptions options, RuntimeServices services, IListWatchSink<T> sink)
    where T : class, IKubernetesObject
{
    private static readonly TimeSpan ShortestWatch = TimeSpan.FromSeconds(1);

    private string? lastHeard;
    private bool mustList = true;
    private int failures;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested)
        {
            try
            {
                if (mustList) await ListAsync(cancellationToken).ConfigureAwait(false);
                await WatchAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (Exception) when (cancellationToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure)
            {
                await WaitAsync(failure, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private async Task ListAsync(CancellationToken cancellationToken)
    {
        var list = await ListPagesAsync(cancellationToken).ConfigureAwait(false);
        var isSetBack = ResourceVersions.IsOlder(list.ResourceVersion, lastHeard);
        lastHeard = list.ResourceVersion;
        mustList = false;
        sink.OnList(list, isSetBack);
    }

    private async Task<ObjectList<T>> ListPagesAsync(CancellationToken cancellationToken)
    {
        var wish = new ListOptions
        {
            Namespace = options.Namespace,
            LabelSelector = options.LabelSelector,
            FieldSelector = options.FieldSelector,
            Limit = options.PageSize,
            // The server's cache is good enough to start with: the watch brings the rest. Later lists must not go back behind what was heard.
            ResourceVersion = lastHeard is null ? "0" : null,
        };
        try
        {
            return await FollowPagesAsync(wish, cancellationToken).ConfigureAwait(false);
        }
        catch (PageExpiredException)
        {
            // More pages than the server's memory of the list lasts: take it in one piece.
            return await FollowPagesAsync(wish with { Limit = null, ResourceVersion = null }, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<ObjectList<T>> FollowPagesAsync(ListOptions first, CancellationToken cancellationToken)
    {
        var page = await client.ListAsync<T>(first, cancellationToken).ConfigureAwait(false);
        if (string.IsNullOrEmpty(page.Continue)) return page;
        var items = new List<T>(page.Items);
        var undecodable = new List<UndecodableObject>(page.Undecodable);
        while (!string.IsNullOrEmpty(page.Continue))
        {
            page = await NextPageAsync(first with { Continue = page.Continue, ResourceVersion = null }, cancellationToken).ConfigureAwait(false);
            items.AddRange(page.Items);
            undecodable.AddRange(page.Undecodable);
        }
        return page with { Items = items, Undecodable = undecodable };
    }

    private async Task<ObjectList<T>> NextPageAsync(ListOptions wish, CancellationToken cancellationToken)
    {
        try
        {
            return await client.ListAsync<T>(wish, cancellationToken).ConfigureAwait(false);
        }
        catch (KubernetesException e) when (e.StatusCode == HttpStatusCode.Gone)
        {
            throw new PageExpiredException(e);
        }
    }

    private async Task WatchAsync(CancellationToken cancellationToken)
    {
        var timeout = options.WatchTimeout * (1 + services.Random.NextDouble() / 5);
        var patience = timeout + options.IdleMargin;
        using var watchdog = new CancellationTokenSource(patience, services.Time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(watchdog.Token, cancellationToken);
        var started = services.Time.GetTimestamp();
        try
        {
            await foreach (var change in client.WatchAsync<T>(WatchFrom(lastHeard!, timeout), either.Token).ConfigureAwait(false))
            {
                watchdog.CancelAfter(patience);
                Take(change);
            }
        }
        catch (OperationCanceledException) when (watchdog.IsCancellationRequested)
        {
        }
        cancellationToken.ThrowIfCancellationRequested();
        if (watchdog.IsCancellationRequested) throw new TimeoutException($"The watch was silent for {patience}; its connection is held for dead.");
        if (services.Time.GetElapsedTime(started) < ShortestWatch) throw new IOException("The watch ended as soon as it began.");
        failures = 0;
    }

    private void Take(WatchEvent<T> change)
    {
        failures = 0;
        if (change.Type == WatchEventType.Bookmark && ResourceVersions.IsOlder(change.ResourceVersion, lastHeard))
        {
            mustList = true;
            throw new IOException($"The server's history was set back from resource version {lastHeard} to {change.ResourceVersion}.");
        }
        if (!string.IsNullOrEmpty(change.ResourceVersion)) lastHeard = change.ResourceVersion;
        sink.OnChange(change);
    }

    private WatchOptions WatchFrom(string resourceVersion, TimeSpan timeout) => new()
    {
        Namespace = options.Namespace,
        LabelSelector = options.LabelSelector,
        FieldSelector = options.FieldSelector,
        ResourceVersion = resourceVersion,
        Timeout = timeout,
    };

    private async Task WaitAsync(Exception failure, CancellationToken cancellationToken)
    {
        failures++;
        mustList |= ForgotItsPlace(failure);
        var wait = options.Backoff.Delay(failures, services.Random);
        if (failure is KubernetesException { RetryAfter: { } asked } && asked > wait) wait = asked;
        sink.OnFailure(failure, mustList, failures, wait);
        await Task.Delay(wait, services.Time, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    /// <summary>
    /// Whether watching on from the same place is hopeless: it has expired, it lies in the server's future (a restored backup), or the kind was
    /// taken away. Refusals that say nothing of the place (not authorised, too busy) leave it as it is.
    /// </summary>
    private static bool ForgotItsPlace(Exception failure) => failure is KubernetesException e && e.StatusCode switch
    {
        HttpStatusCode.Gone or HttpStatusCode.BadRequest or HttpStatusCode.NotFound => true,
        HttpStatusCode.GatewayTimeout => e.Message.Contains("Too large resource version", StringComparison.OrdinalIgnoreCase),
        _ => e.Reason is "Expired" or "Gone",
    };

    private sealed class PageExpiredException(Exception inner) : Exception(inner.Message, inner);
}
