namespace DirectRoute.Aws.Protocol;

/// <summary>The names under which AWS knows a service.</summary>
/// <param name="Id">The service id; <c>AWS_ENDPOINT_URL_</c> plus this in capitals is the variable of its endpoint.</param>
/// <param name="EndpointPrefix">The first label of its host names.</param>
/// <param name="SigningName">The service in a signature.</param>
/// <param name="Version">The version of its API, a date.</param>
internal sealed record ServiceIdentity(string Id, string EndpointPrefix, string SigningName, string Version);
