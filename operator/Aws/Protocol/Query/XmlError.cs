using System.Net;
using System.Xml;
using System.Xml.Linq;
using Amazon.Runtime.Internal.Transform;
using DirectRoute.Aws.Protocol.Errors;

namespace DirectRoute.Aws.Protocol.Query;

/// <summary>Reads <c>&lt;ErrorResponse&gt;&lt;Error&gt;&lt;Code&gt;</c>. Proxies answer for the service too: any other body is an error without a message.</summary>
internal static class XmlError
{
    private const string RequestIdHeader = "x-amzn-RequestId";

    public static ErrorDetails Read(XmlUnmarshallerContext context, HttpStatusCode status)
    {
        var body = XmlBody.Text(context.Stream);
        var root = Root(body);
        // <ErrorResponse><Error>, or <ErrorResponse><Errors><Error> from some that stand in for AWS.
        var error = XmlBody.Child(root, "Error") ?? XmlBody.Child(XmlBody.Child(root, "Errors"), "Error");
        var details = new ErrorDetails(
            XmlBody.Child(error, "Code")?.Value ?? status.ToString(), XmlBody.Child(error, "Message")?.Value, string.Empty, status, body,
            ErrorDetails.NoMembers, context.ResponseData);
        return details with { RequestId = XmlBody.Child(root, "RequestId")?.Value ?? details.Header(RequestIdHeader) ?? string.Empty };
    }

    private static XElement? Root(string body)
    {
        try
        {
            return XmlBody.Parse(body);
        }
        catch (XmlException)
        {
            return null;
        }
    }
}
