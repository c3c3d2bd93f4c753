using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;
using DirectRoute.Aws.Protocol.Shapes;

namespace DirectRoute.Aws.Protocol.RestJson;

/// <summary>Writes a request's members to where they travel: path, query string, headers, body.</summary>
internal sealed class RestJsonMarshaller(string service, string method, string path, Func<JsonTypeInfo> shape)
    : IMarshaller<IRequest, AmazonWebServiceRequest>
{
    private static readonly SearchValues<char> PlainNames =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.~");

    private readonly Lazy<JsonTypeInfo> shape = new(shape);

    public IRequest Marshall(AmazonWebServiceRequest input)
    {
        var request = NewRequest(input);
        var hasBody = false;
        foreach (var member in shape.Value.Properties)
        {
            if (member.Location() is { } location)
                Write(request, member, location, member.Get!(input));
            else
                hasBody = true;
        }

        if (hasBody) SetBody(request, JsonSerializer.SerializeToUtf8Bytes(input, shape.Value), "application/json");
        return request;
    }

    private DefaultRequest NewRequest(AmazonWebServiceRequest input)
    {
        var (resource, query) = path.Split('?') is [var left, var right] ? (left, right) : (path, null);
        var request = new DefaultRequest(input, service) { HttpMethod = method, ResourcePath = resource, UseQueryString = true };
        // API Gateway answers in HAL, with other names, unless told otherwise.
        request.Headers["Accept"] = "application/json";
        if (query?.Split('=') is [var name, var value]) request.AddSubResource(name, value);
        return request;
    }

    private static void Write(DefaultRequest request, JsonPropertyInfo member, LocationAttribute location, object? value)
    {
        switch (location)
        {
            case UriAttribute label:
                request.AddPathResource($"{{{label.Name}}}", Label(request, label, value));
                break;
            case not null when !Shape.IsSet(value):
                break;
            case QueryAttribute query:
                WriteQuery(request, query, value!);
                break;
            case HeaderAttribute header:
                request.Headers[header.Name!] = HeaderText(request, header, WireText.Of(value!));
                break;
            case PayloadAttribute:
                SetBody(request, ((MemoryStream)value!).ToArray(), "application/octet-stream");
                break;
            default:
                throw new NotSupportedException($"{member.Name} has no place in a request.");
        }
    }

    // A type without a body would be signed and not sent, and the signature refused.
    private static void SetBody(DefaultRequest request, byte[] body, string type)
    {
        request.Headers["Content-Type"] = type;
        request.Content = body;
    }

    // An empty label would name the collection instead of its member: DELETE /restapis/.
    private static string Label(DefaultRequest request, UriAttribute label, object? value) =>
        value is not null && WireText.Of(value) is { Length: > 0 } text
            ? text
            : throw new AmazonClientException($"{request.RequestName} needs a value for '{label.Name}' in its path.");

    private static string HeaderText(DefaultRequest request, HeaderAttribute header, string text) =>
        text.AsSpan().ContainsAnyExceptInRange(' ', '~')
            ? throw new AmazonClientException($"{request.RequestName}: the header '{header.Name}' can only hold printable ASCII characters.")
            : text;

    // AWSSDK.Core escapes the values of a query string and not the names.
    private static string ParameterName(DefaultRequest request, string name) =>
        name.Length == 0 || name.AsSpan().ContainsAnyExcept(PlainNames)
            ? throw new AmazonClientException($"{request.RequestName}: '{name}' cannot be the name of a parameter; use letters, digits, '-', '_', '.', '~'.")
            : name;

    private static void WriteQuery(DefaultRequest request, QueryAttribute query, object value)
    {
        switch (value)
        {
            case IDictionary<string, string> map:
                foreach (var (name, text) in map) request.Parameters[ParameterName(request, name)] = text;
                break;
            case List<string> list:
                request.ParameterCollection.Add(query.Name!, list);
                break;
            default:
                request.Parameters[query.Name!] = WireText.Of(value);
                break;
        }
    }
}
