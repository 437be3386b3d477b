namespace Managed.Agents.Emulator;

/// <summary>Limits the number of file bytes in a request.</summary>
internal sealed class ByteBudget(long maximum)
{
    // Boundaries, part headers and text fields are part of the request's length but not of its file bytes.
    private const long FormAllowance = 1024 * 1024;

    private long _spent;

    public void CheckDeclared(long? contentLength)
    {
        if (contentLength > maximum + FormAllowance)
        {
            throw TooLarge();
        }
    }

    public void Spend(int bytes)
    {
        _spent += bytes;
        if (_spent > maximum)
        {
            throw TooLarge();
        }
    }

    private ApiError TooLarge() => ApiError.TooLarge($"The upload is larger than {maximum} bytes.");
}
