using System.Globalization;
using System.Text;
using DirectRoute.Core.Gateway;
using DirectRoute.Core.Gateway.Calls;
using DirectRoute.Local.Services;

namespace DirectRoute.Local.ControlPlane.Rest.TestInvocations;

/// <summary>The log of a tried method, in the lines that were recorded on AWS. Of the backend's request it has what the mapping made, not what signing adds.</summary>
internal sealed class TestInvocationLog(string requestId, TimeProvider clock)
{
    private const int MaxHeaders = 1024;
    private readonly StringBuilder text = new($"Execution log for request {requestId}\n");

    public void Request(GatewayRequest request)
    {
        Line($"Starting execution for request: {requestId}");
        Line($"HTTP Method: {request.Method}, Resource Path: {request.Path}");
        Line($"Method request path: {Map(request.PathParameters.Select(p => (p.Key, p.Value)))}");
        Line($"Method request query string: {Map(request.Query)}");
        Line($"Method request headers: {Map(request.Headers)}");
        Line($"Method request body before transformations: {Text(request.Body)}");
    }

    public void Call(BackendRequest request)
    {
        var address = Address(request);
        Line($"Endpoint request URI: {address}");
        Line($"Endpoint request headers: {Cut(Map(request.Headers))}");
        Line($"Endpoint request body after transformations: {request.Text}");
        Line($"Sending request to {address}");
    }

    public void Answered(BackendResponse response, TimeSpan latency)
    {
        Line(string.Create(CultureInfo.InvariantCulture, $"Received response. Status: {response.StatusCode}, Integration latency: {(long)latency.TotalMilliseconds} ms"));
        Line($"Endpoint response headers: {Map(response.Headers)}");
        Line($"Endpoint response body before transformations: {Text(response.Body)}");
    }

    /// <summary>The end. The words of a failure are not recorded for all of its kinds.</summary>
    public string End(ClientResponse response)
    {
        if (response.Fault is { } fault)
        {
            Line($"Execution failed: {fault.Detail}");
        }
        else
        {
            Line($"Method response body after transformations: {response.Text}");
            Line($"Method response headers: {Map(response.Headers)}");
            Line("Successfully completed execution");
        }
        Line(string.Create(CultureInfo.InvariantCulture, $"Method completed with status: {response.StatusCode}"));
        return text.ToString();
    }

    private void Line(string line) =>
        text.Append(clock.GetUtcNow().ToString("ddd MMM dd HH:mm:ss 'UTC' yyyy", CultureInfo.InvariantCulture)).Append(" : ").Append(line).Append('\n');

    /// <summary>Where AWS would send it, whatever stands for it here.</summary>
    private static string Address(BackendRequest request)
    {
        var address = ServiceUri.Parse(request.Uri ?? "") is { } service ? $"https://{service.Host}{service.Path}" : request.Uri ?? "";
        return BackendUri.Of(address, request.Query)?.ToString() ?? address;
    }

    private static string Map(IEnumerable<NameValue> values) => Map(values.Select(v => (v.Name, v.Value)));

    private static string Map(IEnumerable<(string Name, string Value)> values) => $"{{{string.Join(", ", values.Select(v => $"{v.Name}={v.Value}"))}}}";

    private static string Cut(string text) => text.Length <= MaxHeaders ? text : text[..MaxHeaders] + " [TRUNCATED]";

    private static string Text(ReadOnlyMemory<byte> body) => Encoding.UTF8.GetString(body.Span);
}
