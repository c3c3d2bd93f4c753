namespace Amazon.APIGateway.Model;

public class PatchOperation
{
    public Op? Op { get; set; }

    public string? Path { get; set; }

    public string? Value { get; set; }

    public string? From { get; set; }
}
