using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using DirectRoute.Core.Catalogue;

namespace DirectRoute.Core.Gateway.Calls;

/// <summary>The answer of a service that refuses a call, in the form of the call's protocol.</summary>
internal static class AccessDenied
{
    private const string Exception = "AccessDeniedException";
    private const string Code = "AccessDenied";

    /// <param name="style">How the service says it.</param>
    /// <param name="message">What it says.</param>
    /// <param name="requestId">The call's id.</param>
    public static BackendResponse Answer(ErrorStyle style, string message, string requestId) => style switch
    {
        ErrorStyle.Json => Json(400, requestId, ("__type", Exception), ("Message", message)),
        ErrorStyle.QueryJson => QueryJson(message, requestId),
        ErrorStyle.QueryXml => Xml(requestId, new XElement("ErrorResponse", new XElement("Error", new XElement("Type", "Sender"), Of(message)), new XElement("RequestId", requestId))),
        ErrorStyle.RestXml => Xml(requestId, new XElement("Error", Of(message), new XElement("RequestId", requestId))),
        _ => Json(403, requestId, ("Message", message)),
    };

    private static object[] Of(string message) => [new XElement("Code", Code), new XElement("Message", Harmless(message))];

    private static BackendResponse Json(int status, string requestId, params ReadOnlySpan<(string Name, string Value)> members)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            foreach (var (name, value) in members) writer.WriteString(name, value);
            writer.WriteEndObject();
        }
        return Answer(status, "application/json", requestId, stream.ToArray()) is var answer && status == 403
            ? answer with { Headers = answer.Headers.Set("x-amzn-ErrorType", Exception) } : answer;
    }

    private static BackendResponse QueryJson(string message, string requestId)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
        {
            writer.WriteStartObject();
            writer.WriteStartObject("Error");
            writer.WriteString("Code", Code);
            writer.WriteString("Message", message);
            writer.WriteString("Type", "Sender");
            writer.WriteEndObject();
            writer.WriteString("RequestId", requestId);
            writer.WriteEndObject();
        }
        return Answer(403, "application/json", requestId, stream.ToArray());
    }

    private static BackendResponse Xml(string requestId, XElement body) =>
        Answer(403, "text/xml", requestId, Encoding.UTF8.GetBytes(body.ToString(SaveOptions.DisableFormatting)));

    private static BackendResponse Answer(int status, string contentType, string requestId, byte[] body) => new()
    {
        StatusCode = status,
        Headers = NamedValues.Headers(("Content-Type", contentType), ("x-amzn-RequestId", requestId)),
        Body = body,
    };

    /// <summary>XML has no form for control characters.</summary>
    private static string Harmless(string text) => string.Concat(text.Select(c => System.Xml.XmlConvert.IsXmlChar(c) ? c : '?'));
}
