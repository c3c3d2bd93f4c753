using System.Net;
using System.Text;
using System.Text.Json;
using Amazon.Runtime.Internal.Transform;
using DirectRoute.Aws.Protocol.Errors;

namespace DirectRoute.Aws.Protocol.RestJson;

/// <summary>Reads the error of a JSON service. Proxies answer for it too: a body that is not JSON is an error without members.</summary>
internal static class JsonError
{
    private const string TypeHeader = "x-amzn-ErrorType";

    private const string RequestIdHeader = "x-amzn-RequestId";

    public static ErrorDetails Read(JsonUnmarshallerContext context, HttpStatusCode status)
    {
        using var reader = new StreamReader(context.Stream, Encoding.UTF8);
        var body = reader.ReadToEnd();
        var members = Members(body);
        var error = new ErrorDetails(
            string.Empty, First(members, "message", "Message", "errorMessage"), string.Empty, status, body, members, context.ResponseData);
        var code = error.Header(TypeHeader) ?? First(members, "__type", "code", "Code");
        return error with { Code = string.IsNullOrEmpty(code) ? status.ToString() : Plain(code), RequestId = error.Header(RequestIdHeader) ?? string.Empty };
    }

    // "aws.protocol#NotFoundException:http://internal.amazon.com/..." is NotFoundException.
    private static string Plain(string code)
    {
        var end = code.IndexOf(':', StringComparison.Ordinal);
        var name = end < 0 ? code : code[..end];
        return name[(name.LastIndexOf('#') + 1)..].Trim();
    }

    private static string? First(IReadOnlyDictionary<string, string> members, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
            if (members.TryGetValue(name, out var value))
                return value;
        return null;
    }

    private static IReadOnlyDictionary<string, string> Members(string body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            if (document.RootElement.ValueKind != JsonValueKind.Object) return ErrorDetails.NoMembers;
            var members = new Dictionary<string, string>();
            foreach (var member in document.RootElement.EnumerateObject())
                if (member.Value.ValueKind == JsonValueKind.String)
                    members[member.Name] = member.Value.GetString()!;
            return members;
        }
        catch (JsonException)
        {
            return ErrorDetails.NoMembers;
        }
    }
}
