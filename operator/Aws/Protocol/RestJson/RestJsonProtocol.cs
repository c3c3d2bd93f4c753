using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Amazon.Runtime;
using DirectRoute.Aws.Protocol.Errors;
using DirectRoute.Aws.Protocol.Shapes;

namespace DirectRoute.Aws.Protocol.RestJson;

/// <summary>A service whose operations are an HTTP method and a path, with JSON bodies.</summary>
/// <param name="service">The service's namespace.</param>
/// <param name="shapes">The generated metadata of its requests and responses.</param>
/// <param name="naming">How a property's name becomes the name in the body; null when they are the same.</param>
/// <param name="errors">Its exceptions.</param>
internal sealed class RestJsonProtocol(string service, IJsonTypeInfoResolver shapes, JsonNamingPolicy? naming, ErrorTable errors)
{
    private readonly JsonSerializerOptions options = Shape.Options(shapes, naming);

    /// <summary>Describes an operation.</summary>
    /// <param name="method">The HTTP method.</param>
    /// <param name="path">The path, with <c>{labels}</c> and a constant query string if it has one.</param>
    public Operation<TRequest, TResponse> Operation<TRequest, TResponse>(string method, string path)
        where TRequest : AmazonWebServiceRequest
        where TResponse : AmazonWebServiceResponse, new() =>
        new(new RestJsonMarshaller(service, method, path, () => options.GetTypeInfo(typeof(TRequest))),
            new RestJsonUnmarshaller<TResponse>(() => (JsonTypeInfo<TResponse>)options.GetTypeInfo(typeof(TResponse)), errors));
}
