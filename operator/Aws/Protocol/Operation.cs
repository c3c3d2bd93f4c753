using Amazon.Runtime;
using Amazon.Runtime.Internal;
using Amazon.Runtime.Internal.Transform;

namespace DirectRoute.Aws.Protocol;

/// <summary>How one operation of a service is written to and read from the wire.</summary>
internal sealed class Operation<TRequest, TResponse>(IMarshaller<IRequest, AmazonWebServiceRequest> marshaller, ResponseUnmarshaller unmarshaller)
    where TRequest : AmazonWebServiceRequest
    where TResponse : AmazonWebServiceResponse, new()
{
    /// <summary>The options of one call: AWSSDK.Core may change them on the way.</summary>
    public InvokeOptions Options() => new() { RequestMarshaller = marshaller, ResponseUnmarshaller = unmarshaller };
}
