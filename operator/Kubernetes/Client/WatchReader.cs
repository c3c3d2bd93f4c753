using System.Buffers;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using System.Text.Json;
using DirectRoute.Kubernetes.Entities;

namespace DirectRoute.Kubernetes.Client;

/// <summary>Reads the events of a watch from its stream, one a line, wherever the network cut it.</summary>
internal sealed class WatchReader<T>(ObjectDecoder<T> decoder, ApiRequest request, int maxEventBytes) where T : class, IKubernetesObject
{
    /// <exception cref="HttpRequestException">The stream broke or was not a watch.</exception>
    /// <exception cref="KubernetesException">The server ended the watch with an error.</exception>
    public async IAsyncEnumerable<WatchEvent<T>> ReadAsync(Stream stream, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var pipe = PipeReader.Create(stream, new StreamPipeReaderOptions(bufferSize: 16 << 10));
        try
        {
            var searched = 0L;
            while (true)
            {
                var read = await FillAsync(pipe, cancellationToken).ConfigureAwait(false);
                var rest = read.Buffer;
                while (FindLine(rest, searched) is { } end)
                {
                    if (Decode(rest.Slice(0, end)) is { } change) yield return change;
                    rest = rest.Slice(rest.GetPosition(1, end));
                    searched = 0;
                }
                if (read.IsCompleted)
                {
                    RequireWholeLine(rest);
                    yield break;
                }
                searched = RequireBounded(rest.Length);
                pipe.AdvanceTo(rest.Start, rest.End);
            }
        }
        finally
        {
            await pipe.CompleteAsync().ConfigureAwait(false);
        }
    }

    private async Task<ReadResult> FillAsync(PipeReader pipe, CancellationToken cancellationToken)
    {
        try
        {
            return await pipe.ReadAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (IOException e)
        {
            throw new HttpRequestException(HttpRequestError.ResponseEnded, $"{request}: the watch broke off: {e.Message}", e);
        }
    }

    private static SequencePosition? FindLine(ReadOnlySequence<byte> buffer, long searched) => buffer.Slice(searched).PositionOf((byte)'\n');

    private WatchEvent<T>? Decode(ReadOnlySequence<byte> line)
    {
        if (line.IsSingleSegment) return Decode(line.FirstSpan);
        var length = checked((int)line.Length);
        var copy = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            line.CopyTo(copy);
            return Decode(copy.AsSpan(0, length));
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(copy);
        }
    }

    private WatchEvent<T>? Decode(ReadOnlySpan<byte> line)
    {
        if (line.Trim(" \r\t"u8).IsEmpty) return null;
        try
        {
            var type = ObjectDecoder<T>.SplitEvent(line, out var json);
            return type == "ERROR" ? throw Refusal(json) : Event(TypeOf(type), json);
        }
        catch (JsonException e)
        {
            throw new HttpRequestException(HttpRequestError.InvalidResponse, $"{request}: the watch sent something that is no event: {e.Message}", e);
        }
    }

    private WatchEvent<T> Event(WatchEventType type, ReadOnlySpan<byte> json)
    {
        if (type == WatchEventType.Bookmark)
            return new WatchEvent<T>(type, null, null, ObjectDecoder<T>.ReadResourceVersion(json) ?? throw new JsonException("the bookmark has no resourceVersion"));
        var decoded = decoder.Decode(json);
        return new WatchEvent<T>(type, decoded.Object, decoded.Undecodable, decoded.ResourceVersion ?? throw new JsonException("the object has no resourceVersion"));
    }

    private static KubernetesException Refusal(ReadOnlySpan<byte> json) =>
        ApiErrors.FromStatus(ApiErrors.ReadStatus(json) ?? throw new JsonException("the error is not a Status"));

    private static WatchEventType TypeOf(string type) => type switch
    {
        "ADDED" => WatchEventType.Added,
        "MODIFIED" => WatchEventType.Modified,
        "DELETED" => WatchEventType.Deleted,
        "BOOKMARK" => WatchEventType.Bookmark,
        _ => throw new JsonException($"event type '{type}' is unknown"),
    };

    private long RequireBounded(long length) => length <= maxEventBytes
        ? length
        : throw new HttpRequestException(HttpRequestError.ConfigurationLimitExceeded, $"{request}: an event is longer than {maxEventBytes} bytes.");

    private void RequireWholeLine(ReadOnlySequence<byte> rest)
    {
        if (!rest.IsEmpty) throw new HttpRequestException(HttpRequestError.ResponseEnded, $"{request}: the watch ended in the middle of an event.");
    }
}
