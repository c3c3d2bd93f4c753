namespace DirectRoute.Core.Model;

/// <summary>What API Gateway checks before it calls the backend: of a request that fails, the client gets 400.</summary>
/// <param name="Name">Unique in the API.</param>
/// <param name="ValidateRequestBody">Whether bodies must fit the method's models.</param>
/// <param name="ValidateRequestParameters">Whether the method's required parameters must be there and not empty.</param>
public sealed record RequestValidatorModel(string Name, bool ValidateRequestBody, bool ValidateRequestParameters);
