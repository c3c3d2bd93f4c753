using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace DirectRoute.Aws.Protocol.Pipeline;

/// <summary>
/// Reads a response's body whole, asynchronously, under the call's time-out and cancellation. AWSSDK.Core reads it synchronously afterwards, when
/// neither would reach it any more. Whatever goes wrong on the way, from a refused connection to a body that is cut, stalls or never ends, is an
/// <see cref="AmazonServiceException"/> without a status that the retry policy sees.
/// </summary>
internal sealed class WholeBodyHandler(TimeProvider clock) : PipelineHandler
{
    /// <summary>Bytes. API Gateway's largest documents stay under 10 MB.</summary>
    internal const int LargestBody = 64 << 20;

    private static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(100);

    public override async Task<T> InvokeAsync<T>(IExecutionContext executionContext)
    {
        var request = executionContext.RequestContext;
        try
        {
            var result = await base.InvokeAsync<T>(executionContext).ConfigureAwait(false);
            var response = executionContext.ResponseContext;
            response.HttpResponse = await ReadAsync(response.HttpResponse, request).ConfigureAwait(false);
            return result;
        }
        catch (HttpErrorResponseException e)
        {
            throw new HttpErrorResponseException(e.Message, e, await ReadAsync(e.Response, request).ConfigureAwait(false));
        }
        catch (Exception e) when (e is TimeoutException or OperationCanceledException && !request.CancellationToken.IsCancellationRequested)
        {
            throw Failed(request, "did not answer in time", e);
        }
        catch (Exception e) when (e is IOException or HttpRequestException)
        {
            throw Failed(request, "could not be reached, or broke off,", e);
        }
    }

    private async Task<IWebResponseData> ReadAsync(IWebResponseData response, IRequestContext request)
    {
        using var timeout = new CancellationTokenSource(request.ClientConfig.Timeout ?? DefaultTimeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, request.CancellationToken);
        using var body = response.ResponseBody;
        try
        {
            return new WholeResponse(response, await ReadAsync(await body.OpenResponseAsync().ConfigureAwait(false), either.Token).ConfigureAwait(false));
        }
        catch (IOException e)
        {
            throw Failed(request, "broke off its answer", e);
        }
        catch (OperationCanceledException e) when (!request.CancellationToken.IsCancellationRequested)
        {
            throw Failed(request, "did not finish its answer in time", e);
        }
    }

    private static async Task<byte[]> ReadAsync(Stream? body, CancellationToken cancellationToken)
    {
        if (body is null) return [];
        using var copy = new MemoryStream();
        var buffer = new byte[16 << 10];
        int read;
        while ((read = await body.ReadAsync(buffer, cancellationToken).ConfigureAwait(false)) > 0)
        {
            if (copy.Length + read > LargestBody) throw new IOException($"The body is larger than {LargestBody} bytes.");
            copy.Write(buffer, 0, read);
        }

        return copy.ToArray();
    }

    // The inner IOException is what the standard retry policy knows as transient.
    private static AmazonServiceException Failed(IRequestContext request, string what, Exception cause) =>
        new($"{request.Request.Endpoint?.Authority} {what} for {request.RequestName}: {cause.Message}", cause as IOException ?? new IOException(cause.Message, cause));
}
