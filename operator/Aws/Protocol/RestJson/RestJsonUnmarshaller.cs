using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Amazon.Runtime;
using Amazon.Runtime.Internal.Transform;
using DirectRoute.Aws.Protocol.Errors;
using DirectRoute.Aws.Protocol.Shapes;

namespace DirectRoute.Aws.Protocol.RestJson;

/// <summary>Reads a response from body and headers; AWSSDK.Core turns what it throws into an <see cref="AmazonUnmarshallingException"/>.</summary>
internal sealed class RestJsonUnmarshaller<TResponse>(Func<JsonTypeInfo<TResponse>> shape, ErrorTable errors) : JsonResponseUnmarshaller
    where TResponse : AmazonWebServiceResponse, new()
{
    private readonly Lazy<JsonTypeInfo<TResponse>> shape = new(shape);

    public override AmazonWebServiceResponse Unmarshall(JsonUnmarshallerContext context)
    {
        var response = HasBody ? Body(context.Stream) : new TResponse();
        foreach (var member in shape.Value.Properties)
            if (Read(member, context) is { } value)
                member.Set!(response, value);
        return response;
    }

    public override AmazonServiceException UnmarshallException(JsonUnmarshallerContext context, Exception innerException, HttpStatusCode statusCode) =>
        errors.Exception(JsonError.Read(context, statusCode), innerException);

    private bool HasBody => shape.Value.Properties.Any(member => member.Location() is null);

    private TResponse Body(Stream stream) =>
        JsonSerializer.Deserialize(stream, shape.Value) ?? throw new JsonException("The body is null.");

    private static object? Read(JsonPropertyInfo member, JsonUnmarshallerContext context) => member.Location() switch
    {
        HeaderAttribute header when context.ResponseData.IsHeaderPresent(header.Name) => context.ResponseData.GetHeaderValue(header.Name),
        PayloadAttribute => Copy(context.Stream),
        _ => null,
    };

    private static MemoryStream Copy(Stream stream)
    {
        var copy = new MemoryStream();
        stream.CopyTo(copy);
        copy.Position = 0;
        return copy;
    }
}
