using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Amazon.Runtime;
using DirectRoute.Aws.Protocol.Errors;
using DirectRoute.Aws.Protocol.Shapes;

namespace DirectRoute.Aws.Protocol.Query;

/// <summary>A service whose requests are forms with an <c>Action</c>, and whose responses are XML.</summary>
/// <param name="service">The service's namespace.</param>
/// <param name="version">The version of its API.</param>
/// <param name="shapes">The generated metadata of its requests and responses.</param>
/// <param name="errors">Its exceptions.</param>
internal sealed class QueryProtocol(string service, string version, IJsonTypeInfoResolver shapes, ErrorTable errors)
{
    private readonly JsonSerializerOptions options = Shape.Options(shapes, naming: null);

    /// <summary>Describes an operation.</summary>
    public Operation<TRequest, TResponse> Operation<TRequest, TResponse>(string action)
        where TRequest : AmazonWebServiceRequest
        where TResponse : AmazonWebServiceResponse, new() =>
        new(new QueryMarshaller(service, version, action, () => options.GetTypeInfo(typeof(TRequest))),
            new QueryUnmarshaller<TResponse>(action, () => options.GetTypeInfo(typeof(TResponse)), errors));
}
