using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using DirectRoute.Kubernetes.Client;
using DirectRoute.Kubernetes.Entities;
using DirectRoute.Kubernetes.Informers;

namespace DirectRoute.Kubernetes.Writes;

/// <summary>
/// Writes the status of objects of one kind: nothing if it says nothing new, else a merge patch of what differs, which holds only for the version
/// that was read. Members that <typeparamref name="TStatus"/> does not know stay as they are. The server's answer goes to the informer's store at once,
/// so that the next run does not decide from a status older than its own write; see <see cref="Informer{T}.Observe"/>.
/// </summary>
/// <param name="client">Sends the patch.</param>
/// <param name="informer">Told of what was written.</param>
/// <param name="statusType">How a status is written as JSON.</param>
/// <param name="statusOf">The status that an object has.</param>
public sealed class StatusWriter<T, TStatus>(IKubernetesClient client, Informer<T> informer, JsonTypeInfo<TStatus> statusType, Func<T, TStatus?> statusOf)
    where T : class, IKubernetesObject
    where TStatus : class
{
    /// <summary>Gives <paramref name="entity"/>, as it was read, the status <paramref name="status"/>.</summary>
    /// <exception cref="KubernetesException">The server refused for another reason than a newer version or a missing object.</exception>
    public async Task<WriteResult<T>> WriteAsync(T entity, TStatus status, CancellationToken cancellationToken)
    {
        var old = statusOf(entity) is { } stored ? JsonSerializer.SerializeToElement(stored, statusType) : MergeDiff.Nothing;
        var current = JsonSerializer.SerializeToElement(status, statusType);
        if (JsonElement.DeepEquals(old, current)) return new WriteResult<T>.Unchanged(entity);
        var patch = GuardedWrite.Merge(entity, members: writer =>
        {
            writer.WritePropertyName("status");
            MergeDiff.Write(writer, old, current);
        });
        var result = await GuardedWrite.SendAsync(client, entity, patch, WriteOptions.Status, cancellationToken).ConfigureAwait(false);
        if (result is WriteResult<T>.Written { Object: var written }) informer.Observe(written);
        return result;
    }
}
