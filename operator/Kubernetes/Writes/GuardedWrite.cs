using System.Net;
using System.Text.Json;
using DirectRoute.Kubernetes.Client;
using DirectRoute.Kubernetes.Entities;

namespace DirectRoute.Kubernetes.Writes;

/// <summary>Sends patches that hold only for the very object, or the very version, that was read.</summary>
internal static class GuardedWrite
{
    /// <summary>Sends a patch and sorts the everyday refusals from the others.</summary>
    public static async Task<WriteResult<T>> SendAsync<T>(IKubernetesClient client, T read, Patch patch, WriteOptions options, CancellationToken cancellationToken)
        where T : class, IKubernetesObject
    {
        try
        {
            return new WriteResult<T>.Written(await client.PatchAsync<T>(ObjectKey.Of(read), patch, options, cancellationToken).ConfigureAwait(false));
        }
        catch (KubernetesException e) when (e is { StatusCode: HttpStatusCode.NotFound, Subject: not null })
        {
            return new WriteResult<T>.Gone();
        }
        catch (KubernetesException e) when (e.StatusCode == HttpStatusCode.Conflict)
        {
            return new WriteResult<T>.Conflict();
        }
    }

    /// <summary>
    /// A merge patch of a version: the server answers Conflict when the object has another one by now. (A JSON patch whose test fails answers
    /// Invalid, which cannot be told from an object that does not pass validation.)
    /// </summary>
    /// <param name="read">The version.</param>
    /// <param name="metadata">Writes further members of <c>metadata</c>.</param>
    /// <param name="members">Writes members beside <c>metadata</c>.</param>
    public static Patch Merge(IKubernetesObject read, Action<Utf8JsonWriter>? metadata = null, Action<Utf8JsonWriter>? members = null) => Patch.Merge(Json.Write(writer =>
    {
        writer.WriteStartObject();
        writer.WriteStartObject("metadata");
        writer.WriteString("uid", read.Metadata.Uid);
        writer.WriteString("resourceVersion", read.Metadata.ResourceVersion);
        metadata?.Invoke(writer);
        writer.WriteEndObject();
        members?.Invoke(writer);
        writer.WriteEndObject();
    }));
}
