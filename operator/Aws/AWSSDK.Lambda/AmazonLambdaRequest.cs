using Amazon.Runtime;

namespace Amazon.Lambda;

/// <summary>The base of every request to AWS Lambda.</summary>
public class AmazonLambdaRequest : AmazonWebServiceRequest;
