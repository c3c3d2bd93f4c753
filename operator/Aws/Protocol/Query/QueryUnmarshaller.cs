using System.Net;
using System.Text.Json.Serialization.Metadata;
using System.Xml;
using System.Xml.Linq;
using Amazon.Runtime;
using Amazon.Runtime.Internal.Transform;
using DirectRoute.Aws.Protocol.Errors;

namespace DirectRoute.Aws.Protocol.Query;

/// <summary>Reads an XML response. AWSSDK.Core lets what a parser throws pass, so it is wrapped here.</summary>
internal sealed class QueryUnmarshaller<TResponse>(string action, Func<JsonTypeInfo> shape, ErrorTable errors) : XmlResponseUnmarshaller
    where TResponse : AmazonWebServiceResponse, new()
{
    private readonly Lazy<JsonTypeInfo> shape = new(shape);

    public override AmazonWebServiceResponse Unmarshall(XmlUnmarshallerContext context)
    {
        var body = XmlBody.Text(context.Stream);
        try
        {
            return Read(XmlBody.Parse(body));
        }
        catch (Exception e) when (e is XmlException or FormatException or OverflowException)
        {
            throw new AmazonUnmarshallingException(string.Empty, action, body, e, context.ResponseData.StatusCode);
        }
    }

    public override AmazonServiceException UnmarshallException(XmlUnmarshallerContext context, Exception innerException, HttpStatusCode statusCode) =>
        errors.Exception(XmlError.Read(context, statusCode), innerException);

    private TResponse Read(XElement root)
    {
        if (root.Name.LocalName != $"{action}Response") throw new FormatException($"<{root.Name.LocalName}> does not answer {action}.");
        var response = (TResponse)XmlShape.ReadObject(Result(root), shape.Value);
        response.ResponseMetadata = new ResponseMetadata
        {
            RequestId = XmlBody.Child(XmlBody.Child(root, "ResponseMetadata"), "RequestId")?.Value,
        };
        return response;
    }

    private XElement Result(XElement root)
    {
        if (XmlBody.Child(root, $"{action}Result") is { } result) return result;
        return shape.Value.Properties.Count == 0 ? root : throw new FormatException($"<{root.Name.LocalName}> has no <{action}Result>.");
    }
}
