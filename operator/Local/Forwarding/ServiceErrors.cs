using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using DirectRoute.Local.Protocol;
using DirectRoute.Local.Sts;
using Microsoft.AspNetCore.Http;

namespace DirectRoute.Local.Forwarding;

/// <summary>Writes an error in the protocol in which its client asked, so that the client can tell its user.</summary>
internal static class ServiceErrors
{
    private const string Form = "application/x-www-form-urlencoded";

    public static Answer Answer(HttpContext http, string service, ServiceError error)
    {
        var request = http.Request;
        if (request.Headers.ContainsKey("X-Amz-Target")) return Json(error);
        if (service == "s3") return Xml(error.Status, Details("Error", error));
        return request.Query.ContainsKey("Action") || request.ContentType?.StartsWith(Form, StringComparison.OrdinalIgnoreCase) == true
            ? Xml(error.Status, new XElement("ErrorResponse", Details("Error", error), new XElement("RequestId", http.TraceIdentifier)))
            : Protocol.Answer.Error(error.Status, error.Code, error.Message);
    }

    private static Answer Json(ServiceError error) => Protocol.Answer.Bytes(
        error.Status, Encoding.UTF8.GetBytes(new JsonObject { ["__type"] = error.Code, ["message"] = error.Message }.ToJsonString()), "application/x-amz-json-1.0");

    private static XElement Details(string name, ServiceError error) =>
        new(name, new XElement("Code", error.Code), new XElement("Message", XmlText.Harmless(error.Message)));

    private static Answer Xml(int status, XElement body) => Protocol.Answer.Bytes(status, Encoding.UTF8.GetBytes(body.ToString(SaveOptions.DisableFormatting)), "text/xml");
}
