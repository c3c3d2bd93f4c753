using System.Text;
using System.Text.Json.Nodes;
using System.Xml;
using System.Xml.Linq;
using DirectRoute.Core.Gateway;

namespace DirectRoute.Local.Services;

/// <summary>
/// AWS's services of the query protocol (SQS, SNS, SES and others) answer in JSON when a call accepts it, as API Gateway's calls do; emulators answer in XML whatever is accepted.
/// Their answers are put into AWS's form here, since mappings are written for that.
/// </summary>
internal static class QueryAnswer
{
    /// <summary>Services whose own protocol is XML.</summary>
    private static readonly HashSet<string> XmlServices = new(StringComparer.Ordinal) { "cloudfront", "route53", "s3", "s3-control" };

    /// <summary>More than any service writes, and less than a stack holds.</summary>
    private const int MaxDepth = 32;

    /// <summary>The answer in the form that AWS gives it.</summary>
    /// <param name="service">The service's name.</param>
    /// <param name="accepted">The call's <c>Accept</c>.</param>
    /// <param name="answer">The emulator's answer.</param>
    public static BackendResponse AsAws(string service, string? accepted, BackendResponse answer)
    {
        if (XmlServices.Contains(service) || accepted?.Contains("json", StringComparison.OrdinalIgnoreCase) != true || !IsXml(answer.Body.Span)) return answer;
        return Parse(answer.Body) is { } root
            ? answer with { Body = Encoding.UTF8.GetBytes(Json(root).ToJsonString()), Headers = answer.Headers.Set("Content-Type", "application/json") }
            : answer;
    }

    private static bool IsXml(ReadOnlySpan<byte> body) => body.TrimStart(" \t\r\n"u8) is [(byte)'<', ..];

    private static XElement? Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var reader = XmlReader.Create(new MemoryStream(body.ToArray()), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            var root = XElement.Load(reader);
            return root.Name.LocalName.EndsWith("Response", StringComparison.Ordinal) && Depth(root) <= MaxDepth ? root : null;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static int Depth(XElement root) => root.DescendantsAndSelf().Max(e => e.Ancestors().Take(MaxDepth + 1).Count());

    /// <summary>An error stands by itself; a result is in an object that has the answer's name.</summary>
    private static JsonObject Json(XElement root) =>
        root.Name.LocalName == "ErrorResponse" ? Members(root) : new JsonObject { [root.Name.LocalName] = Members(root) };

    private static JsonNode? Value(XElement element)
    {
        if (!element.HasElements) return element.Value is { Length: > 0 } text ? text : null;
        if (element.Elements().All(e => e.Name.LocalName == "member")) return new JsonArray([.. element.Elements().Select(Value)]);
        return element.Elements().All(e => e.Name.LocalName == "entry") ? Map(element) : Members(element);
    }

    private static JsonObject Members(XElement element)
    {
        var members = new JsonObject();
        foreach (var group in element.Elements().GroupBy(e => NameOf(e)))
            members[group.Key] = group.Skip(1).Any() || IsList(group.First()) ? new JsonArray([.. group.Select(Value)]) : Value(group.First());
        return members;
    }

    private static JsonObject Map(XElement element)
    {
        var map = new JsonObject();
        foreach (var entry in element.Elements())
        {
            if (entry.Elements().ToList() is [var key, var value]) map[key.Value] = Value(value);
        }
        return map;
    }

    /// <summary>SQS writes its lists without an element around them, and in JSON under another name.</summary>
    private static bool IsList(XElement element) => element.Name.LocalName == "Message" && element.Parent!.Name.LocalName == "ReceiveMessageResult";

    private static string NameOf(XElement element) => IsList(element) ? "messages" : element.Name.LocalName;
}
