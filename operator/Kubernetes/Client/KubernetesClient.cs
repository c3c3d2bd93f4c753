using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using DirectRoute.Kubernetes.Configuration;
using DirectRoute.Kubernetes.Entities;
using DirectRoute.Kubernetes.Serialization;

namespace DirectRoute.Kubernetes.Client;

/// <summary>Typed access to one API server over HTTP/2, or HTTP/1.1 where that is all it offers. Safe for concurrent use; one instance serves a program.</summary>
/// <remarks>
/// An object that was asked for by name and does not fit its type is an <see cref="UndecodableObjectException"/>.
/// A call is sent once, and once more when the server did not accept a credential that can be renewed; retrying is the caller's decision.
/// </remarks>
public sealed class KubernetesClient : IKubernetesClient, IDisposable
{
    private readonly ApiTransport transport;
    private readonly KubernetesClientOptions options;
    private readonly JsonSerializerOptions json;

    /// <summary>A client of the server that <paramref name="configuration"/> names.</summary>
    /// <param name="configuration">Where the server is and who the client is.</param>
    /// <param name="types">The source-generated context of the custom resources; this library's own kinds need none.</param>
    /// <param name="options">Time-outs and limits.</param>
    /// <param name="time">The clock.</param>
    public KubernetesClient(
        KubernetesClientConfiguration configuration, IJsonTypeInfoResolver? types = null, KubernetesClientOptions? options = null, TimeProvider? time = null)
    {
        this.options = options ?? new KubernetesClientOptions();
        json = types is null ? KubernetesJson.CreateOptions() : KubernetesJson.CreateOptions(types);
        transport = new ApiTransport(configuration, this.options, time ?? TimeProvider.System);
    }

    /// <inheritdoc />
    public async Task<T?> GetAsync<T>(ObjectKey key, CancellationToken cancellationToken) where T : class, IKubernetesObject
    {
        var definition = EntityDefinition.Of<T>();
        var request = new ApiRequest(HttpMethod.Get, ApiPath.Object(definition, key), "get", definition.Plural);
        try
        {
            return await SendAsync<T>(request, cancellationToken).ConfigureAwait(false);
        }
        catch (KubernetesException e) when (IsAbsence(e))
        {
            return null;
        }
    }

    /// <inheritdoc />
    public async Task<ObjectList<T>> ListAsync<T>(ListOptions options, CancellationToken cancellationToken) where T : class, IKubernetesObject
    {
        var definition = EntityDefinition.Of<T>();
        var path = ApiPath.WithQuery(
            ApiPath.Collection(definition, options.Namespace),
            ("labelSelector", options.LabelSelector),
            ("fieldSelector", options.FieldSelector),
            ("limit", ApiPath.Number(options.Limit)),
            ("continue", options.Continue),
            // A continued list is of its first page's version; the server refuses to be told twice.
            ("resourceVersion", options.Continue is null ? options.ResourceVersion : null));
        var request = new ApiRequest(HttpMethod.Get, path, "list", definition.Plural);
        var body = await transport.SendAsync(request, cancellationToken).ConfigureAwait(false);
        try
        {
            return DecoderOf<T>().DecodeList(body);
        }
        catch (JsonException e)
        {
            throw Unreadable(request, e);
        }
    }

    /// <inheritdoc />
    public async IAsyncEnumerable<WatchEvent<T>> WatchAsync<T>(WatchOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
        where T : class, IKubernetesObject
    {
        var definition = EntityDefinition.Of<T>();
        var path = ApiPath.WithQuery(
            ApiPath.Collection(definition, options.Namespace),
            ("watch", "true"),
            ("allowWatchBookmarks", "true"),
            ("labelSelector", options.LabelSelector),
            ("fieldSelector", options.FieldSelector),
            ("resourceVersion", options.ResourceVersion),
            ("timeoutSeconds", ApiPath.Number((long)Math.Max(1, options.Timeout.TotalSeconds))));
        var request = new ApiRequest(HttpMethod.Get, path, "watch", definition.Plural);
        using var stream = await transport.OpenAsync(request, cancellationToken).ConfigureAwait(false);
        var reader = new WatchReader<T>(DecoderOf<T>(), request, this.options.MaxEventBytes);
        await foreach (var change in reader.ReadAsync(stream.Content, cancellationToken).ConfigureAwait(false))
            yield return change;
    }

    /// <inheritdoc />
    public Task<T> CreateAsync<T>(T entity, WriteOptions options, CancellationToken cancellationToken) where T : class, IKubernetesObject
    {
        var definition = EntityDefinition.Of<T>();
        var path = options.Subresource is null
            ? ApiPath.Creation(definition, entity.Metadata)
            : ApiPath.Object(definition, ObjectKey.Of(entity), options.Subresource);
        return WriteAsync(HttpMethod.Post, path, "create", definition, entity, options, cancellationToken);
    }

    /// <inheritdoc />
    public Task<T> ReplaceAsync<T>(T entity, WriteOptions options, CancellationToken cancellationToken) where T : class, IKubernetesObject
    {
        if (entity.Metadata.ResourceVersion is null)
            throw new ArgumentException("Replacing needs metadata.resourceVersion: without it, a change made meanwhile would be lost.", nameof(entity));
        var definition = EntityDefinition.Of<T>();
        var path = ApiPath.Object(definition, ObjectKey.Of(entity), options.Subresource);
        return WriteAsync(HttpMethod.Put, path, "update", definition, entity, options, cancellationToken);
    }

    /// <inheritdoc />
    public Task<T> PatchAsync<T>(ObjectKey key, Patch patch, WriteOptions options, CancellationToken cancellationToken) where T : class, IKubernetesObject
    {
        var applies = patch.ContentType == Patch.Apply(default).ContentType;
        if (applies && string.IsNullOrEmpty(options.FieldManager)) throw new ArgumentException("Server-side apply needs a field manager.", nameof(options));
        if (!applies && options.Force) throw new ArgumentException("Only server-side apply can be forced.", nameof(options));
        var definition = EntityDefinition.Of<T>();
        var path = WithOptions(ApiPath.Object(definition, key, options.Subresource), options);
        return SendAsync<T>(
            new ApiRequest(HttpMethod.Patch, path, "patch", ResourceOf(definition, options)) { Body = patch.Body, ContentType = patch.ContentType },
            cancellationToken);
    }

    /// <inheritdoc />
    public async Task<bool> DeleteAsync<T>(ObjectKey key, DeleteOptions options, CancellationToken cancellationToken) where T : class, IKubernetesObject
    {
        var definition = EntityDefinition.Of<T>();
        var body = new DeleteRequest
        {
            Preconditions = options is { Uid: null, ResourceVersion: null }
                ? null
                : new DeletePreconditions { Uid = options.Uid, ResourceVersion = options.ResourceVersion },
            PropagationPolicy = options.PropagationPolicy,
            DryRun = options.DryRun ? ["All"] : null,
        };
        var request = new ApiRequest(HttpMethod.Delete, ApiPath.Object(definition, key), "delete", definition.Plural)
        {
            Body = JsonSerializer.SerializeToUtf8Bytes(body, json.TypeInfo<DeleteRequest>()),
        };
        try
        {
            await transport.SendAsync(request, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (KubernetesException e) when (IsAbsence(e))
        {
            return false;
        }
    }

    /// <summary>What release the server is.</summary>
    public async Task<ServerVersion> GetServerVersionAsync(CancellationToken cancellationToken)
    {
        var request = new ApiRequest(HttpMethod.Get, "/version", "get", "/version");
        var body = await transport.SendAsync(request, cancellationToken).ConfigureAwait(false);
        return Read<ServerVersion>(request, body);
    }

    /// <summary>Returns when the server says that it is ready to serve; throws as every call does when it is not.</summary>
    public async Task CheckReadyAsync(CancellationToken cancellationToken) =>
        await transport.SendAsync(new ApiRequest(HttpMethod.Get, "/readyz", "get", "/readyz"), cancellationToken).ConfigureAwait(false);

    /// <inheritdoc />
    public void Dispose() => transport.Dispose();

    private Task<T> WriteAsync<T>(
        HttpMethod method, string path, string verb, EntityDefinition definition, T entity, WriteOptions options, CancellationToken cancellationToken)
        where T : class, IKubernetesObject
    {
        if (options.Force) throw new ArgumentException("Only server-side apply can be forced.", nameof(options));
        var request = new ApiRequest(method, WithOptions(path, options), verb, ResourceOf(definition, options))
        {
            Body = JsonSerializer.SerializeToUtf8Bytes(entity, json.TypeInfo<T>()),
        };
        return SendAsync<T>(request, cancellationToken);
    }

    private async Task<T> SendAsync<T>(ApiRequest request, CancellationToken cancellationToken) where T : class, IKubernetesObject
    {
        var body = await transport.SendAsync(request, cancellationToken).ConfigureAwait(false);
        var decoded = DecoderOf<T>().Decode(body);
        if (decoded.Object is { } entity) return entity;
        RequireObject(request, body);
        throw new UndecodableObjectException(decoded.Undecodable!);
    }

    // A 404 that names no object speaks of the kind: its CRD is not installed. That is not an absence.
    private static bool IsAbsence(KubernetesException e) => e is { Reason: "NotFound", Subject: not null };

    private static string WithOptions(string path, WriteOptions options) => ApiPath.WithQuery(
        path,
        ("dryRun", options.DryRun ? "All" : null),
        ("fieldManager", options.FieldManager),
        ("force", options.Force ? "true" : null));

    private static string ResourceOf(EntityDefinition definition, WriteOptions options) =>
        options.Subresource is null ? definition.Plural : $"{definition.Plural}/{options.Subresource}";

    private ObjectDecoder<T> DecoderOf<T>() where T : class, IKubernetesObject => new(json.TypeInfo<T>());

    private T Read<T>(ApiRequest request, byte[] body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, json.TypeInfo<T>()) ?? throw new JsonException("null");
        }
        catch (JsonException e)
        {
            throw Unreadable(request, e);
        }
    }

    // What is no JSON object at all did not come from the API server; what is one and does not fit its type did.
    private static void RequireObject(ApiRequest request, byte[] body)
    {
        try
        {
            var reader = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = 4 * KubernetesJson.MaxDepth });
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) throw new JsonException("no object");
            reader.Skip();
        }
        catch (JsonException e)
        {
            throw Unreadable(request, e);
        }
    }

    private static HttpRequestException Unreadable(ApiRequest request, JsonException e) =>
        new(HttpRequestError.InvalidResponse, $"{request}: the answer is not what an API server sends: {e.Message}", e);
}
